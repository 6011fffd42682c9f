using AuditDashboard.Conversations;

namespace AuditDashboard.Kpi.Metrics;

/// <summary>K2: needs of the client and which of them became a booking (kpi-notes.md section 4), with what product.md sections 3.2 and 3.12 count by them.</summary>
internal sealed class Conversion(ClientStory story, StoryReleases releases, CountingRules rules)
{
    private static readonly TimeSpan CameWithin = TimeSpan.FromDays(30);

    private readonly Timeline _created = new(story.Bookings.Select(booking => booking.Created).OfType<StoryEvent>().OrderBy(booking => booking.At).ThenBy(booking => booking.Stored.Seq));
    private readonly Timeline _events = new(story.Events);

    public IEnumerable<KpiUnit> Units()
    {
        var needs = ClientNeed.Of(story, _created);
        var touches = new Touches(story);
        var funnel = new Funnel(story, _events);
        foreach (var need in needs)
        {
            var flags = FlagsOf(need) | funnel.FlagsOf(need);
            var unit = Unit(UnitKind.Need, need.Lead, flags) with { WaitMs = Wait(need), Label = touches.First(need), Amount = BookingsOf(need) };
            yield return unit;
            yield return unit with { Kind = UnitKind.LastTouch, Flags = flags & (UnitFlags.Converted | UnitFlags.ConvertedNet), Label = touches.Last(need), Amount = RevenueOf(need), WaitMs = null };
            if (need.Booking is null)
            {
                yield return Losses.Unit(need, story, _events) with { Release = unit.Release };
            }

            foreach (var repeat in need.Repeats)
            {
                yield return Unit(UnitKind.Duplicate, repeat, UnitFlags.None) with { Label = Duplicates.SameLead, Amount = need.Lead.Stored.Seq };
            }
        }

        foreach (var booking in story.Bookings.Where(booking => booking.Created is not null))
        {
            yield return Unit(UnitKind.Booking, booking.Created!, BookingFlags(booking)) with { Label = booking.Id, Amount = rules.PriceOf(booking) };
        }
    }

    private KpiUnit Unit(UnitKind kind, StoryEvent item, UnitFlags flags) =>
        new(kind, item.Stored.Seq, item.At, item.Channel, item.Branch, flags) { Release = releases.Of(item) };

    private UnitFlags FlagsOf(ClientNeed need)
    {
        if (need.Booking is not { Created: { } created })
        {
            return UnitFlags.None;
        }

        var alone = created.Actor == "ai" && !_events.Between(need.Lead.At, created.At).Any(item => item.IsSubstantive && item.Actor == "human");
        return UnitFlags.Converted
            | (alone ? UnitFlags.ConvertedByAssistant : UnitFlags.None)
            | (VisitsOf(need).Any() ? UnitFlags.ConvertedNet : UnitFlags.None);
    }

    /// <summary>Bookings with a visit that took place within 30 days of the lead.</summary>
    private IEnumerable<BookingStory> VisitsOf(ClientNeed need) =>
        from booking in story.Bookings
        where booking.Created is { } created && created.At >= need.Lead.At && (need.EndsAt is not { } ends || created.At < ends)
        where booking.Visits.Any(visit => visit.Start - need.Lead.At <= CameWithin && Attendances.Came(booking, visit))
        select booking;

    private long? BookingsOf(ClientNeed need) => need.Booking is null ? null : _created.Between(need.Lead.At, need.Lead.At + ClientNeed.BookedWithin).LongCount();

    private long? RevenueOf(ClientNeed need) => VisitsOf(need).Sum(rules.PriceOf) is > 0 and var kopecks ? kopecks : null;

    private static long? Wait(ClientNeed need) => need.Booking is { Created: { } created } ? (long)(created.At - need.Lead.At).TotalMilliseconds : null;

    private static UnitFlags BookingFlags(BookingStory booking)
    {
        if (booking.Created!.Actor != "ai")
        {
            return UnitFlags.None;
        }

        return UnitFlags.ByAssistant | (booking.IsCreatedAfterHours ? UnitFlags.AtNight : UnitFlags.None);
    }
}
