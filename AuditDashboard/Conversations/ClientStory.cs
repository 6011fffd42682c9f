namespace AuditDashboard.Conversations;

/// <summary>
/// Everything a client's events say, folded from the log (kpi-notes.md sections 1–9). A pure function of the events, the zone,
/// the working hours, the idle time and "now": the order of arrival does not matter, and folding again gives the same.
/// </summary>
/// <param name="Events">By moment, then seq; an answer that stood before its question comes right after it.</param>
/// <param name="Episodes">By start.</param>
/// <param name="Bookings">By their first event; those of a test or spam are left out.</param>
/// <param name="NextDueAt">UTC. The earliest moment at which the same events would tell another story; null = never.</param>
/// <param name="FrozenUntil">UTC. The last moment whose payload is gone: what lies up to here cannot be told again, its numbers stay as they were.</param>
public sealed record ClientStory(
    IReadOnlyList<StoryEvent> Events, IReadOnlyList<Episode> Episodes, IReadOnlyList<BookingStory> Bookings, DateTimeOffset? NextDueAt, DateTimeOffset? FrozenUntil);
