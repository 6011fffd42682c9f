namespace AuditDashboard.Reminders.Calendars;

/// <summary>What a calendar shows under one address.</summary>
/// <param name="Origin">A host name: makes the names of visits unique among salons.</param>
internal sealed record CalendarFeed(string Name, string Origin, IReadOnlyList<CalendarVisit> Visits);

/// <summary>One booking as a calendar shows it.</summary>
/// <param name="Changes">How often something was said about it since it was made: never falls.</param>
/// <param name="Notes">One line each.</param>
internal sealed record CalendarVisit(
    string Key, string Plan, DateTimeOffset StartAt, DateTimeOffset EndAt, DateTimeOffset ChangedAt, int Changes, string Title, string? Place, IReadOnlyList<string> Notes);
