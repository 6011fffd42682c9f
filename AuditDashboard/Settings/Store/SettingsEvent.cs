using System.Text.Json;
using AuditDashboard.Events;

namespace AuditDashboard.Settings.Store;

/// <summary>The <c>settings.changed</c> event: <c>data.by</c> is a person's id or <c>provisioning</c>, <c>data.sections</c> the new JSON by name.</summary>
internal static class SettingsEvent
{
    /// <summary>Bot of the application's own events.</summary>
    public static readonly string Bot = "app";

    /// <summary>Only the application itself uses this envelope, so a bot's look-alike changes nothing.</summary>
    public static readonly string Envelope = "app";

    private const string Configuration = "provisioning";

    /// <param name="by">Id of the person; null = configuration.</param>
    public static EventDraft Draft(IReadOnlyDictionary<string, object> sections, string? by, TimeProvider time)
    {
        var now = time.GetUtcNow();
        var json = JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                id = $"settings-{Guid.CreateVersion7(now):N}",
                type = EventTypes.SettingsChanged,
                time = now,
                actor = by is null ? "system" : "human",
                data = new { by = by ?? Configuration, sections },
            },
            JsonSerializerOptions.Web);
        var content = EventJudge.Judge(json, out var problems)
            ?? throw new InvalidOperationException($"Our own event was refused: {string.Join(", ", problems.Keys)}");
        return new EventDraft { Bot = Bot, Envelope = Envelope, Content = content, Json = json };
    }

    /// <summary>Id of the person who changed them; null = configuration.</summary>
    public static string? PersonOf(AppendingEvent appending) => appending.Content.DataText("by") is { } by && by != Configuration ? by : null;

    /// <summary>The sections of an event of ours; nothing for any other.</summary>
    public static IEnumerable<(string Section, string Json)> SectionsOf(AppendingEvent appending)
    {
        var (draft, content) = (appending.Draft, appending.Content);
        return draft.Envelope == Envelope && draft.Bot == Bot && content.Type == EventTypes.SettingsChanged
            && content.DataMember("sections") is { ValueKind: JsonValueKind.Object } sections
            ? sections.EnumerateObject().Select(section => (section.Name, section.Value.GetRawText()))
            : [];
    }
}
