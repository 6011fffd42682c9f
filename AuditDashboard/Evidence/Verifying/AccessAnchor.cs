using System.Globalization;
using AuditDashboard.Events;

namespace AuditDashboard.Evidence.Verifying;

/// <summary>The digest of a stretch of the access journal, as an event of the log remembers it.</summary>
internal sealed record AccessAnchor(long Index, long Seq, long After, long UpTo, string Digest)
{
    /// <returns>Null where the event is something else, or erased.</returns>
    public static AccessAnchor? Of(ILoggedEvents.Logged logged)
    {
        if (logged.Bot != OwnEvent.Bot || logged.Type != EventTypes.LogCheckpoint || logged.Content() is not { } content)
        {
            return null;
        }

        return long.TryParse(content.DataText("after"), NumberStyles.None, CultureInfo.InvariantCulture, out var after)
            && long.TryParse(content.DataText("upTo"), NumberStyles.None, CultureInfo.InvariantCulture, out var upTo) && content.DataText("sha256") is { } digest
            ? new AccessAnchor(logged.LogIndex, logged.Seq, after, upTo, digest)
            : null;
    }
}
