using System.Text.Json;

namespace AuditDashboard.Events;

/// <summary>Events of the app itself: what people do on its pages goes into the same log as what bots do.</summary>
public static class OwnEvent
{
    /// <summary>The bot name of the app's own events; no key and no endpoint may carry it.</summary>
    public static readonly string Bot = "app";

    /// <param name="data">Ids and codes, never a client's words, name or phone.</param>
    public static EventDraft Draft(string type, TimeProvider time, IReadOnlyDictionary<string, string?> data)
    {
        var now = time.GetUtcNow();
        var json = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object?>
        {
            ["id"] = Guid.CreateVersion7(now).ToString(), ["type"] = type, ["time"] = now, ["actor"] = "human", ["data"] = data,
        });
        var content = EventJudge.Judge(json, out var problems) ?? throw new InvalidOperationException($"An own event that is not valid: {string.Join(", ", problems.Keys)}");
        return new EventDraft { Bot = Bot, Envelope = "own", Content = content, Json = json };
    }
}
