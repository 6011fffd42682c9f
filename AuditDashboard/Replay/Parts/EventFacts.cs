using AuditDashboard.Events;
using AuditDashboard.Ui;

namespace AuditDashboard.Replay.Parts;

/// <summary>The rows of the inspector: only what the event carries.</summary>
internal static class EventFacts
{
    private static readonly TimeSpan WorthShowing = TimeSpan.FromSeconds(1);

    /// <returns>Key of <see cref="ReplayText"/> and value.</returns>
    public static IEnumerable<(string Key, string Value)> Of(TimelineItem item, DialogWords words)
    {
        (string Key, string? Value)[] rows =
        [
            ("FieldType", item.Event.Type),
            .. OfContent(item.Event.Content, words),
            .. Waits(item),
            ("FieldReceived", Received(item, words)),
            ("FieldFlags", Flags(item.Event.Flags, words)),
        ];
        return rows.Where(row => !string.IsNullOrEmpty(row.Value)).Select(row => (row.Key, row.Value!));
    }

    private static IEnumerable<(string Key, string? Value)> OfContent(EventContent? content, DialogWords words) => content is null
        ? []
        :
        [
            ("FieldModel", Joined(content.Model?.Name, content.Model?.Version)),
            ("FieldScenario", Joined(content.Scenario?.Id, content.Scenario?.Version is { } version ? "v" + version : null)),
            ("FieldStep", content.Scenario?.Step),
            ("FieldRelease", content.Release),
            ("FieldTokens", Tokens(content.Usage, words)),
        ];

    /// <summary>Where the time went: what the assistant says it took, and the rest, when both are known.</summary>
    private static IEnumerable<(string Key, string? Value)> Waits(TimelineItem item)
    {
        var own = item.Event.Content?.LatencyMs;
        yield return ("FieldWait", item.WaitMs is { } wait ? DialogWords.Wait(wait) : null);
        yield return ("FieldWaitModel", own is { } model ? DialogWords.Wait(model) : null);
        yield return ("FieldWaitRest", item.WaitMs - own is { } rest and >= 0 ? DialogWords.Wait(rest) : null);
    }

    private static string? Received(TimelineItem item, DialogWords words) =>
        (item.Event.RecordedAt - item.Event.OccurredAt).Duration() >= WorthShowing ? words.Exact(item.Event.RecordedAt) : null;

    private static string Flags(EventFlags flags, DialogWords words) => string.Join(", ", Enum.GetValues<EventFlags>()
        .Where(flag => flag != EventFlags.None && flags.HasFlag(flag))
        .Select(flag => words[$"Flag{flag}"].Value));

    private static string? Tokens(EventContent.UsagePart? usage, DialogWords words) => usage is null
        ? null
        : words["TokensOf", Count(usage.InputTokens), Count(usage.OutputTokens)].Value;

    private static string Count(long? tokens) => tokens is { } known ? Formats.Count(known) : Formats.Absent;

    private static string Joined(params string?[] parts) => string.Join(" · ", parts.OfType<string>());
}
