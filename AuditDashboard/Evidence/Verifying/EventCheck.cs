using AuditDashboard.Events;
using AuditDashboard.Evidence.Log;

namespace AuditDashboard.Evidence.Verifying;

/// <summary>One event beside its leaf.</summary>
internal static class EventCheck
{
    /// <summary>The leaf's hash is that of its entry.</summary>
    public static bool IsWhole(LogEntryRow entry) => entry.LeafHash.AsSpan().SequenceEqual(Leaf.Hash(entry.Idx, entry.ReceivedMs, entry.Commitment));

    /// <summary>What is wrong with the event, or null. An erased one can only be wrong about its moment, and about being erased (<see cref="GoneContent"/>).</summary>
    public static FaultKind? Of(LogEntryRow entry, ILoggedEvents.Logged logged)
    {
        if (!logged.IsErased && !Fits(entry, logged))
        {
            return FaultKind.Content;
        }

        return logged.RecordedAt.ToUnixTimeMilliseconds() != entry.ReceivedMs ? FaultKind.Received
            : logged.AgreesWithPayload() ? null : FaultKind.Columns;
    }

    /// <summary>The payload is what was committed to. Content without its salt proves nothing, and nobody erases a salt alone.</summary>
    public static bool Fits(LogEntryRow entry, ILoggedEvents.Logged logged) => logged.Commit() is { } commitment && commitment.AsSpan().SequenceEqual(entry.Commitment);
}
