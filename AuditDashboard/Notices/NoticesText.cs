namespace AuditDashboard.Notices;

/// <summary>Words of notices to bots.</summary>
public sealed class NoticesText;
