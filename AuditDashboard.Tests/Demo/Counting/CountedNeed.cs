namespace AuditDashboard.Tests.Demo.Counting;

/// <summary>A need of a client (kpi-notes.md section 4).</summary>
internal sealed record CountedNeed(DateTimeOffset At, bool Converted)
{
    public static IEnumerable<CountedNeed> All(IReadOnlyList<CountedEvent> events, Func<CountedEvent, string> person)
    {
        var excluded = events.Where(e => e.Type.StartsWith("lead.", StringComparison.Ordinal) && e.Said("exclude") is not null).Select(e => e.Lead).ToHashSet();
        var bookings = events.Where(e => e.Type == "booking.created").DistinctBy(e => e.Booking).ToLookup(person, e => e.Time);
        foreach (var leads in events.Where(e => e.Type == "lead.created" && !excluded.Contains(e.Lead)).GroupBy(person))
        {
            DateTimeOffset? need = null;
            foreach (var lead in leads)
            {
                if (need is { } at && lead.Time - at <= TimeSpan.FromDays(14) && !bookings[leads.Key].Any(booked => booked >= at && booked < lead.Time))
                {
                    continue;
                }

                need = lead.Time;
                yield return new(lead.Time, bookings[leads.Key].Any(booked => booked >= lead.Time && booked - lead.Time <= TimeSpan.FromDays(7)));
            }
        }
    }
}
