namespace AuditDashboard.Bitrix24.Status;

/// <summary>How the exchange fares (http-api.md section 8).</summary>
/// <param name="State">off | ok | throttled | degraded | blocked</param>
/// <param name="Reason">auth | subscription | scope | gone | overload | limit | unreachable | a parked method; null when all is well.</param>
/// <param name="Queue">Everything not yet delivered.</param>
/// <param name="OldestSeconds">Age of the oldest of it; null when nothing waits.</param>
public sealed record BitrixStatus(string State, string? Reason, int Queue, long? OldestSeconds, int Dead, DateTimeOffset? LastSuccessAt);
