namespace AuditDashboard.Notices;

/// <summary>Something about the notices of an endpoint changed: planned, sent, failed or given up.</summary>
public sealed record NoticesChanged(string EndpointId);
