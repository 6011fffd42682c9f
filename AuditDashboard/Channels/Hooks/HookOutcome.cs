using AuditDashboard.Ingestion;

namespace AuditDashboard.Channels.Hooks;

/// <summary>What became of a call: a receipt (empty when nothing was worth keeping), or the reason why the body lies in quarantine.</summary>
internal sealed record HookOutcome(IngestReceipt Receipt, string? Unreadable = null);
