namespace AuditDashboard.Reminders.FollowUps.Page;

/// <summary>What a preset would do to one thing.</summary>
/// <param name="IsKept">The owner's own words: they stay.</param>
internal sealed record PresetChange(string Title, string Before, string After, bool IsKept = false);
