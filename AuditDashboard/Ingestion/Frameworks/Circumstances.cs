namespace AuditDashboard.Ingestion.Frameworks;

/// <summary>What a body does not say itself.</summary>
/// <param name="ReceivedAt">The time of events that carry none.</param>
/// <param name="Zone">Of local times without an offset: the branch's, else the organization's.</param>
/// <param name="Seed">Makes ids where the body has none: <c>webhook-id</c>, else a hash of the body.</param>
internal sealed record Circumstances(DateTimeOffset ReceivedAt, TimeZoneInfo Zone, string Seed);
