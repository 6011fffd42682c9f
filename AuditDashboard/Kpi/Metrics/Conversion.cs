using AuditDashboard.Conversations;
using AuditDashboard.Events;

namespace AuditDashboard.Kpi.Metrics;

/// <summary>K2: needs of the client, and which of them became a booking (kpi-notes.md section 4).</summary>
internal static class Conversion
{
    private static readonly TimeSpan SameNeed = TimeSpan.FromDays(14);
    private static readonly TimeSpan BookedWithin = TimeSpan.FromDays(7);
    private static readonly HashSet<string> NoLead = ["spam", "test", "wrong_number", "existing_booking", "staff"];

    public static IEnumerable<KpiUnit> Units(ClientStory story)
    {
        var bookings = BookingsOf(story);
        foreach (var lead in NeedsOf(LeadsOf(story), bookings))
        {
            var converted = bookings.FirstFrom(lead.At) is { } booking && booking.At - lead.At <= BookedWithin;
            yield return new KpiUnit(
                UnitKind.Need, lead.Stored.Seq, lead.At, lead.Channel, lead.Branch, converted ? UnitFlags.Converted : UnitFlags.None);
        }

        foreach (var booking in bookings.Events)
        {
            yield return new KpiUnit(UnitKind.Booking, booking.Stored.Seq, booking.At, booking.Channel, booking.Branch, UnitFlags.None);
        }
    }

    private static IEnumerable<StoryEvent> NeedsOf(List<StoryEvent> leads, Timeline bookings)
    {
        StoryEvent? first = null;
        StoryEvent? nextBooking = null;
        foreach (var lead in leads)
        {
            if (first is null || lead.At - first.At > SameNeed || (nextBooking is not null && IsBefore(nextBooking, lead)))
            {
                first = lead;
                nextBooking = bookings.FirstAfter(lead);
                yield return lead;
            }
        }
    }

    private static bool IsBefore(StoryEvent left, StoryEvent right) =>
        left.At < right.At || (left.At == right.At && left.Stored.Seq < right.Stored.Seq);

    /// <summary>The earliest <c>booking.created</c> of each booking that is not out.</summary>
    private static Timeline BookingsOf(ClientStory story) =>
        new(story.Events.Where(item => !item.IsImported && item.Content.Booking is not null && OwnsBooking(item))
            .GroupBy(item => item.Content.Booking!.Id)
            .Where(own => !own.Any(item => item.IsOut))
            .Select(own => own.FirstOrDefault(item => item.Is(EventTypes.BookingCreated)))
            .OfType<StoryEvent>()
            .OrderBy(booking => booking.At).ThenBy(booking => booking.Stored.Seq));

    /// <summary>The earliest <c>lead.created</c> of each lead that is not out, in order.</summary>
    private static List<StoryEvent> LeadsOf(ClientStory story)
    {
        var own = story.Events.Where(item => !item.IsImported && item.Content.Lead is not null && item.Stored.Type.StartsWith("lead.", StringComparison.Ordinal)).ToList();
        var gone = own.Where(item => item.IsOut || Excludes(item)).ToList();
        var ids = gone.Select(item => item.Content.Lead!.Id).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var numbers = gone.Where(item => item.Content.Lead!.Id is null).Select(item => item.Content.Lead!.Bitrix24).OfType<long>().ToHashSet();
        return [.. own.Where(item => item.Is(EventTypes.LeadCreated) && item.Content.Lead!.Id is not null)
            .GroupBy(item => item.Content.Lead!.Id!)
            .Where(lead => !ids.Contains(lead.Key) && !lead.Any(created => created.Content.Lead!.Bitrix24 is { } number && numbers.Contains(number)))
            .Select(lead => lead.First())];
    }

    private static bool Excludes(StoryEvent item) =>
        (item.Is(EventTypes.LeadCreated) || item.Is(EventTypes.LeadClosed))
        && item.Content.DataText("exclude") is { } reason && NoLead.Contains(reason);

    private static bool OwnsBooking(StoryEvent item) =>
        item.Stored.Type.StartsWith("booking.", StringComparison.Ordinal) || item.Stored.Type.StartsWith("reminder.", StringComparison.Ordinal);
}
