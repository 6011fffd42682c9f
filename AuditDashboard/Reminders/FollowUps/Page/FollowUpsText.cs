namespace AuditDashboard.Reminders.FollowUps.Page;

/// <summary>Words of the page of follow-ups.</summary>
internal sealed class FollowUpsText;
