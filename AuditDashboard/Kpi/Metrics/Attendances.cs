using System.Text.Json;
using AuditDashboard.Conversations;
using AuditDashboard.Events;

namespace AuditDashboard.Kpi.Metrics;

/// <summary>K4: who came, each of a group for themselves (kpi-notes.md section 7).</summary>
internal static class Attendances
{
    public static IEnumerable<KpiUnit> Units(ClientStory story, StoryReleases releases, CountingRules rules)
    {
        foreach (var booking in story.Bookings.Where(booking => booking.Visits.Count > 0))
        {
            var attendees = AttendeesOf(booking);
            foreach (var (index, visit) in booking.Visits.Index())
            {
                for (var part = 0; part < attendees.Count; part++)
                {
                    if (FlagsOf(booking, index, attendees[part]) is not UnitFlags.None and var flags)
                    {
                        yield return new KpiUnit(UnitKind.Attendance, visit.Origin.Stored.Seq, visit.Start, visit.Place.Channel, visit.Place.Branch, flags)
                        {
                            Part = part, Label = booking.Id, Release = releases.Of(visit.Place), Amount = rules.PriceOf(booking) / attendees.Count,
                        };
                    }
                }
            }
        }
    }

    /// <summary>Whether somebody came to the visit.</summary>
    public static bool Came(BookingStory booking, BookingStory.Visit visit) =>
        AttendeesOf(booking).Any(attendee => BookingStory.MarkOf(visit.Events, attendee)?.Is(EventTypes.BookingAttended) is true);

    private static UnitFlags FlagsOf(BookingStory booking, int index, string? attendee)
    {
        var visit = booking.Visits[index];
        var mark = BookingStory.MarkOf(visit.Events, attendee);
        var state = StateOf(visit, mark);
        var recovered = state == UnitFlags.NoShow && booking.Visits.Skip(index + 1)
            .Any(later => BookingStory.MarkOf(later.Events, attendee)?.Is(EventTypes.BookingAttended) is true);
        return state | (recovered ? UnitFlags.Recovered : UnitFlags.None) | (Differ(visit, attendee) ? UnitFlags.MarksDiffer : UnitFlags.None);
    }

    private static UnitFlags StateOf(BookingStory.Visit visit, StoryEvent? mark)
    {
        if (mark?.Is(EventTypes.BookingAttended) is true)
        {
            return UnitFlags.Came;
        }

        if (visit.IsCancelledBySalon)
        {
            return UnitFlags.CancelledBySalon;
        }

        if (VisitSignal.Latest(visit, at => at < visit.Start) is { IsConfirmation: false } refusal)
        {
            return refusal.At > visit.LockAt ? UnitFlags.CancelledLate : UnitFlags.CancelledEarly;
        }

        return mark is not null ? UnitFlags.NoShow : visit.IsOverdue ? UnitFlags.Unmarked : UnitFlags.None;
    }

    /// <summary>The desk says one thing, the booking system another (E17).</summary>
    private static bool Differ(BookingStory.Visit visit, string? attendee) =>
        visit.Events.Where(BookingStory.IsMark).Where(mark => mark.Content.DataText("attendee") == attendee).DistinctBy(mark => mark.Stored.Type).Count() > 1;

    /// <summary>The group's members as the creation lists them, else as marks name them; a single null where there is no group.</summary>
    private static List<string?> AttendeesOf(BookingStory booking)
    {
        var listed = booking.Created?.Content.DataMember("attendees") is { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()) : [];
        var named = listed.Distinct().ToList();
        if (named.Count == 0)
        {
            named = [.. booking.Events.Where(BookingStory.IsMark).Select(mark => mark.Content.DataText("attendee")).Where(attendee => attendee is not null).Distinct().Order(StringComparer.Ordinal)];
        }

        return named.Count == 0 ? [null] : named;
    }
}
