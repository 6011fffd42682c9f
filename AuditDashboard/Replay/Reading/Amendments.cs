using AuditDashboard.Events;

namespace AuditDashboard.Replay.Reading;

/// <summary>
/// Finds the message that an edit or a deletion means: the one it names in <c>inReplyTo</c> (by event id or the channel's own id), or the one
/// that carries the same channel id. The original stays in the log and on the screen; it is only marked.
/// </summary>
internal static class Amendments
{
    /// <param name="events">In the order of the dialog.</param>
    /// <returns>The last change by the seq of the message it changed.</returns>
    public static IReadOnlyDictionary<long, TimelineItem.Amendment> Read(IReadOnlyList<StoredEvent> events)
    {
        var originals = new Dictionary<string, long>(StringComparer.Ordinal);
        var changes = new Dictionary<long, TimelineItem.Amendment>();
        foreach (var stored in events)
        {
            if (stored.Type == EventTypes.MessageReceived || stored.Type == EventTypes.MessageSent)
            {
                Remember(originals, stored);
            }
            else if (stored.Type == EventTypes.MessageEdited || stored.Type == EventTypes.MessageDeleted)
            {
                if (Original(originals, stored) is { } seq)
                {
                    changes[seq] = new TimelineItem.Amendment(stored.Seq, stored.EffectiveAt, stored.Type == EventTypes.MessageDeleted);
                }
            }
        }

        return changes;
    }

    private static void Remember(Dictionary<string, long> originals, StoredEvent stored)
    {
        originals.TryAdd(stored.Id, stored.Seq);
        if (stored.Content?.ExternalId is { } externalId)
        {
            originals.TryAdd(externalId, stored.Seq);
        }
    }

    private static long? Original(Dictionary<string, long> originals, StoredEvent stored)
    {
        string?[] names = [stored.Content?.InReplyTo, stored.Content?.ExternalId];
        foreach (var name in names)
        {
            if (name is not null && originals.TryGetValue(name, out var seq))
            {
                return seq;
            }
        }

        return null;
    }
}
