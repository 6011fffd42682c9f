using System.Globalization;
using AuditDashboard.Exports.Schedules;
using AuditDashboard.Foundation;
using Microsoft.Extensions.Time.Testing;

namespace AuditDashboard.Tests.Exports.Schedules;

public sealed class ScheduleTimesTests
{
    [Theory]
    [InlineData("Europe/Moscow", null, 7, "2026-11-22T03:59:59Z", "2026-11-22T04:00:00Z")]
    [InlineData("Europe/Moscow", null, 7, "2026-11-22T04:00:00Z", "2026-11-23T04:00:00Z")]
    [InlineData("Europe/Moscow", DayOfWeek.Monday, 0, "2026-11-22T10:00:00Z", "2026-11-22T21:00:00Z")]
    [InlineData("Europe/Moscow", DayOfWeek.Sunday, 9, "2026-11-22T06:00:00Z", "2026-11-29T06:00:00Z")]
    [InlineData("Europe/Berlin", null, 2, "2026-03-28T12:00:00Z", "2026-03-29T01:00:00Z")]
    [InlineData("Europe/Berlin", null, 2, "2026-10-24T12:00:00Z", "2026-10-25T01:00:00Z")]
    public void The_next_time_is_by_the_salons_clock(string zone, DayOfWeek? weekday, int hour, string after, string expected) =>
        Assert.Equal(At(expected), ScheduleTimes.Next(Clock(zone), weekday, hour, At(after)));

    [Theory]
    [InlineData(null, "2026-11-20T21:00:00Z")]
    [InlineData(DayOfWeek.Sunday, "2026-11-14T21:00:00Z")]
    public void It_looks_back_over_whole_days(DayOfWeek? weekday, string from) =>
        Assert.Equal((At(from), At("2026-11-21T21:00:00Z")), ScheduleTimes.Period(Clock("Europe/Moscow"), weekday, At("2026-11-22T04:00:00Z")));

    private static SalonClock Clock(string zone) => new(new FakeTimeProvider(), TimeZoneInfo.FindSystemTimeZoneById(zone));

    private static DateTimeOffset At(string moment) => DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture);
}
