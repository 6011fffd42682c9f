using AuditDashboard.Channels.Arrivals;

namespace AuditDashboard.Channels.Health;

/// <summary>What is known of every sender: what it brought, and how it fares.</summary>
internal sealed record SenderQueries(ArrivalsQuery Arrivals, HealthQuery Health);
