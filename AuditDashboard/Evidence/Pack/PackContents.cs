using AuditDashboard.Evidence.Signing;
using AuditDashboard.Foundation;

namespace AuditDashboard.Evidence.Pack;

/// <summary>What an evidence pack is made of.</summary>
/// <param name="CreatedBy">A role, or <c>key:&lt;id&gt;</c>; never a name.</param>
internal sealed record PackContents(
    SessionId SessionId, SignedNote Checkpoint, string VerifierKey, DateTimeOffset CreatedAt, string CreatedBy, IReadOnlyList<PackedEvent> Events);
