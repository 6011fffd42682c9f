using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace AuditDashboard.Reminders.Calendars;

/// <summary>
/// A feed as iCalendar (RFC 5545, RFC 7986; standards.md section 6). All moments are UTC, so no zone is described; the same bookings give the same bytes,
/// which is what lets a calendar ask again for nothing.
/// </summary>
internal static class CalendarFile
{
    private const string Often = "PT15M";

    public static string Write(CalendarFeed feed)
    {
        var calendar = new Calendar { ProductId = "-//AuditDashboard//Bookings//RU", Method = "PUBLISH" };
        calendar.AddProperty("X-WR-CALNAME", feed.Name);
        calendar.AddProperty("NAME", feed.Name);
        calendar.AddProperty("X-PUBLISHED-TTL", Often);
        calendar.AddProperty("REFRESH-INTERVAL;VALUE=DURATION", Often);
        foreach (var visit in feed.Visits)
        {
            calendar.Events.Add(EventOf(visit, feed.Origin));
        }

        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    private static CalendarEvent EventOf(CalendarVisit visit, string origin) => new()
    {
        Uid = $"booking-{visit.Key}@{origin}", Sequence = visit.Changes, Status = StatusOf(visit.Plan),
        DtStamp = Moment(visit.ChangedAt), LastModified = Moment(visit.ChangedAt), Start = Moment(visit.StartAt), End = Moment(visit.EndAt),
        Summary = visit.Title, Location = visit.Place, Description = visit.Notes.Count == 0 ? null : string.Join('\n', visit.Notes),
        Transparency = visit.Plan is "declined" or "cancelled" ? TransparencyType.Transparent : TransparencyType.Opaque,
    };

    private static string StatusOf(string plan) => plan switch
    {
        "confirmed" => EventStatus.Confirmed,
        "declined" or "cancelled" => EventStatus.Cancelled,
        _ => EventStatus.Tentative,
    };

    private static CalDateTime Moment(DateTimeOffset moment) => new(DateTimeOffset.FromUnixTimeSeconds(moment.ToUnixTimeSeconds()).UtcDateTime);
}
