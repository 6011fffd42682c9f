using System.Text.Json;

namespace AuditDashboard.Events;

/// <summary>Events of the app itself: what people do on its pages goes into the same log as what bots do.</summary>
public static class OwnEvent
{
    /// <summary>The bot name of the app's own events; no key and no endpoint may carry it.</summary>
    public static readonly string Bot = "app";

    /// <param name="data">Ids and codes, never a client's words, name or phone.</param>
    public static EventDraft Draft(string type, TimeProvider time, IReadOnlyDictionary<string, string?> data) =>
        Draft(type, Guid.CreateVersion7(time.GetUtcNow()).ToString(), "human", null, time, data);

    /// <summary>What the app itself found out.</summary>
    /// <param name="id">Names the fact: told again after a crash it is the same event and is not stored twice.</param>
    /// <param name="data">Ids and codes, never a client's words, name or phone.</param>
    public static EventDraft Found(string type, string id, string? channel, TimeProvider time, IReadOnlyDictionary<string, string?> data) =>
        Draft(type, id, "system", channel, time, data);

    /// <summary>What a person did about a conversation: it stands in the conversation's own log, beside what its bot sent.</summary>
    public static EventDraft InDialog(string type, Dialog dialog, TimeProvider time)
    {
        var now = time.GetUtcNow();
        return Draft(dialog.Bot, new Dictionary<string, object?>
        {
            ["id"] = $"{Bot}-{Guid.CreateVersion7(now)}", ["type"] = type, ["time"] = now, ["actor"] = "human", ["session"] = dialog.Session, ["channel"] = dialog.Channel,
            ["client"] = dialog.Client is null ? null : new Dictionary<string, string?> { ["id"] = dialog.Client }, ["data"] = new Dictionary<string, string?> { ["by"] = dialog.By },
        });
    }

    /// <param name="Session">The sender's own key of the conversation; <paramref name="Client"/> is the client's address in its channel. One of them is not null.</param>
    /// <param name="By">Id of the person.</param>
    public sealed record Dialog(string Bot, string? Session, string? Channel, string? Client, string By);

    private static EventDraft Draft(string type, string id, string actor, string? channel, TimeProvider time, IReadOnlyDictionary<string, string?> data)
    {
        var now = time.GetUtcNow();
        return Draft(Bot, new Dictionary<string, object?>
        {
            ["id"] = id, ["type"] = type, ["time"] = now, ["actor"] = actor, ["channel"] = channel, ["data"] = data,
        });
    }

    private static EventDraft Draft(string bot, Dictionary<string, object?> members)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(members);
        var content = EventJudge.Judge(json, out var problems) ?? throw new InvalidOperationException($"An own event that is not valid: {string.Join(", ", problems.Keys)}");
        return new EventDraft { Bot = bot, Envelope = "own", Content = content, Json = json };
    }
}
