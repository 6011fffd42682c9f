namespace AuditDashboard.Reminders.FollowUps.Page;

/// <summary>One message while it is edited.</summary>
public sealed class TextDraft
{
    public string Text { get; set; } = "";

    /// <summary>Name of the approved WhatsApp template that says the same; empty = none.</summary>
    public string Template { get; set; } = "";
}
