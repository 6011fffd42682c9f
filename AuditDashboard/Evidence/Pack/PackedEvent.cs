using AuditDashboard.Events;
using AuditDashboard.Evidence.Log;
using AuditDashboard.Evidence.Verifying;

namespace AuditDashboard.Evidence.Pack;

/// <summary>One event of a pack with everything that proves it.</summary>
/// <param name="ProofText">Its <c>.tlog-proof</c>.</param>
internal sealed record PackedEvent(ILoggedEvents.Logged Logged, LogEntryRow Entry, string ProofText)
{
    /// <summary>present | erased | altered: an event that was tampered with goes out as it is, and the pack says so.</summary>
    public string State => Logged.IsErased ? "erased" : EventCheck.Of(Entry, Logged) is null ? "present" : "altered";

    /// <summary>The leaf's four lines.</summary>
    public byte[] EntryBytes()
    {
        Span<byte> entry = stackalloc byte[160];
        return entry[..Leaf.WriteEntry(Entry.Idx, Entry.ReceivedMs, Entry.Commitment, entry)].ToArray();
    }
}
