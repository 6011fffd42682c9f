namespace AuditDashboard.Retention;

/// <summary>News: a run, an erasure or a hold is not as it was.</summary>
public sealed record RetentionChanged;
