namespace AuditDashboard.Jobs;

/// <summary>The words of the page of background jobs.</summary>
public sealed class JobsText;
