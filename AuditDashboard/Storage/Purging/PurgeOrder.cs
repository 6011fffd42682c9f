using AuditDashboard.Foundation;

namespace AuditDashboard.Storage.Purging;

/// <summary>What retention asks for: moments (UTC, exclusive) by class of content, and what is held.</summary>
/// <param name="Conversations">Messages, bookings and the names, phones and addresses of clients who have been silent since.</param>
/// <param name="Calls">Calls and voice (<c>call.*</c>, <c>voice.*</c>).</param>
/// <param name="Quarantine">Refused bodies, telemetry pieces and export files, by their receipt.</param>
/// <param name="LastSeq">Events after it came while the run was being prepared: they may not have been counted, so they wait for the next.</param>
public sealed record PurgeOrder(DateTimeOffset Conversations, DateTimeOffset Calls, DateTimeOffset Quarantine, long LastSeq)
{
    public const int FirstBatch = 20;

    /// <summary>Records of persons under a legal hold; all merged records, once prepared.</summary>
    public HashSet<ClientId> HeldClients { get; } = [];

    public HashSet<SessionId> HeldSessions { get; } = [];

    /// <summary>Rows a batch may have: begins low with every owner, and grows while its batches are quick.</summary>
    public int Most { get; set; } = FirstBatch;
}
