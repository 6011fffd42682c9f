using AuditDashboard.Conversations;

namespace AuditDashboard.Kpi.Metrics;

/// <summary>K15a: bookings of one client that look like the same visit, and leads that were there already (product.md section 3.12).</summary>
internal static class Duplicates
{
    /// <summary>A lead within 14 days of the client's first, with no booking between them: counted by <see cref="Conversion"/>, which merges them.</summary>
    public const string SameLead = "lead";

    private static readonly TimeSpan SameHour = TimeSpan.FromMinutes(90);
    private static readonly TimeSpan SameDays = TimeSpan.FromDays(3);

    /// <summary>Labels: start (starts less than 90 min apart) | service (the same one within 3 days). The unit is the booking that came second; its amount is the seq of the first.</summary>
    public static IEnumerable<KpiUnit> Units(ClientStory story, StoryReleases releases)
    {
        var visits = story.Bookings.Where(booking => booking is { Created: not null, Visits.Count: > 0 }).OrderBy(booking => booking.Created!.At).ThenBy(booking => booking.Created!.Stored.Seq).ToList();
        for (var second = 1; second < visits.Count; second++)
        {
            if (visits.Take(second).Select(first => (First: first, Label: LabelOf(first, visits[second]))).FirstOrDefault(pair => pair.Label is not null) is { Label: { } label, First: var first })
            {
                var created = visits[second].Created!;
                yield return new KpiUnit(UnitKind.Duplicate, created.Stored.Seq, created.At, created.Channel, created.Branch, UnitFlags.None)
                {
                    Label = label, Release = releases.Of(created), Amount = first.Created!.Stored.Seq,
                };
            }
        }
    }

    private static string? LabelOf(BookingStory first, BookingStory second)
    {
        var apart = (first.Visits[^1].Start - second.Visits[^1].Start).Duration();
        return apart < SameHour ? "start" : apart <= SameDays && IsActive(first) && IsActive(second) && ServiceOf(first) is { } service && service == ServiceOf(second) ? "service" : null;
    }

    private static bool IsActive(BookingStory booking) =>
        booking.Visits[^1] is { IsCancelledBySalon: false } visit && VisitSignal.Latest(visit, at => at < visit.Start) is not { IsConfirmation: false };

    private static string? ServiceOf(BookingStory booking) => booking.Created!.Content.Booking!.Service;
}
