using AuditDashboard.Foundation;

namespace AuditDashboard.Ingestion.Otlp;

/// <summary>What became of a request's items.</summary>
/// <param name="Rejected">Items that were for us and cannot be kept.</param>
/// <param name="Refusal">Set where nothing counts as taken: the sender is to try again.</param>
internal sealed record Taken(int Rejected = 0, Refusal? Refusal = null, int? RetryAfterSeconds = null);
