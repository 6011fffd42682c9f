namespace AuditDashboard.Reminders.Api;

/// <summary>Which bookings: every member that is set narrows.</summary>
/// <param name="From">Inclusive, by the start; <paramref name="To"/> is exclusive.</param>
/// <param name="Status">created | confirmed | declined | cancelled | attended | no_show</param>
/// <param name="Branches">Only these (what a manager may see); null = all.</param>
internal sealed record BookingsFilter(
    DateTimeOffset? From = null, DateTimeOffset? To = null, string? Branch = null, string? Status = null, IReadOnlyCollection<string>? Branches = null, bool OnlyMoved = false)
{
    /// <summary>Agreed and not confirmed, or the client waits for another time, or people contradict each other.</summary>
    public bool IsPending { get; init; }

    /// <summary>Neither declined nor cancelled.</summary>
    public bool OnlyStanding { get; init; }

    public bool NewestFirst { get; init; }

    /// <summary>A master's name as the booking has it.</summary>
    public string? Staff { get; init; }
}
