namespace AuditDashboard.Reminders.Planning;

/// <summary>The name of a reminder that is sent once more because an answer to it may have been lost.</summary>
internal static class ReminderAgain
{
    public static readonly string Suffix = "-again";
}
