using AuditDashboard.Foundation;

namespace AuditDashboard.Conversations;

/// <summary>One row of the list of dialogs. Moments are UTC.</summary>
/// <param name="Key">The sender's own name of the conversation, or null.</param>
/// <param name="Phone">E.164, unmasked: whoever shows it masks it.</param>
/// <param name="Outcome">booked | confirmed | rescheduled | cancelled_by_client | answered | abandoned | unanswered, or null while open without one (kpi-notes.md section 8).</param>
/// <param name="ResponseMs">Median wait of the client's turns that the assistant answered, in milliseconds.</param>
/// <param name="SlowTurns">Turns of the assistant that took more than 3 s or stayed unanswered.</param>
public sealed record SessionSummary(
    SessionId Id, string Bot, string? Key, ClientId? ClientId, string? ClientName, string? ClientAddress, string? Phone,
    string? Channel, string? Branch, DateTimeOffset StartedAt, DateTimeOffset LastActivityAt, DateTimeOffset? ClosedAt,
    int Messages, string? LastText, string? LastIntent, string? Outcome, long? ResponseMs, int SlowTurns,
    bool HasHuman, bool Escalated, bool Complaint, string? LeadId, long? LeadBitrix24);
