namespace AuditDashboard.Reminders;

/// <summary>The words of bookings and reminders; those for clients are spoken in the salon's language, whoever looks.</summary>
public sealed class RemindersText;
