using System.Globalization;
using AuditDashboard.Reminders.Planning;
using AuditDashboard.Reminders.Rules;

namespace AuditDashboard.Tests.Reminders.Planning;

public sealed class ReminderPlanTests
{
    private static readonly QuietHours Night = new(new TimeOnly(21, 0), new TimeOnly(9, 0));
    private static readonly ReminderRule[] Usual = [new(TimeSpan.FromHours(24)), new(TimeSpan.FromHours(3))];

    private static readonly string[] RussianZones =
    [
        "Europe/Kaliningrad", "Europe/Moscow", "Europe/Simferopol", "Europe/Kirov", "Europe/Volgograd", "Europe/Astrakhan", "Europe/Saratov", "Europe/Ulyanovsk", "Europe/Samara",
        "Asia/Yekaterinburg", "Asia/Omsk", "Asia/Novosibirsk", "Asia/Barnaul", "Asia/Tomsk", "Asia/Novokuznetsk", "Asia/Krasnoyarsk", "Asia/Irkutsk", "Asia/Chita", "Asia/Yakutsk",
        "Asia/Khandyga", "Asia/Vladivostok", "Asia/Ust-Nera", "Asia/Magadan", "Asia/Sakhalin", "Asia/Srednekolymsk", "Asia/Kamchatka", "Asia/Anadyr",
    ];

    [Theory]
    [InlineData("2026-11-28T14:30", "27T14:30, 28T11:30")]
    [InlineData("2026-11-28T21:00", "28T09:00, 28T18:00")]
    [InlineData("2026-11-28T20:59", "27T20:59, 28T17:59")]
    [InlineData("2026-11-28T12:00", "27T12:00, 28T09:00")]
    [InlineData("2026-11-28T10:00", "27T10:00, 28T09:00")]
    [InlineData("2026-11-28T09:59", "27T09:59, 27T20:45")]
    [InlineData("2026-11-28T08:00", "27T09:00, 27T20:45")]
    [InlineData("2026-11-28T00:30", "27T09:00, 27T20:45")]
    [InlineData("2026-11-28T23:30", "28T09:00, 28T20:30")]
    public void Nobody_is_written_to_at_night(string start, string expected) =>
        Assert.Equal(expected, Told(Plan(start, "Europe/Moscow", Usual, Night), "Europe/Moscow"));

    [Fact]
    public void Equal_ends_switch_the_quiet_hours_off() =>
        Assert.Equal("27T08:00, 28T05:00", Told(Plan("2026-11-28T08:00", "Europe/Moscow", Usual, default), "Europe/Moscow"));

    [Fact]
    public void Two_rules_that_fall_on_the_same_evening_are_one_message() =>
        Assert.Equal("27T20:45", Told(Plan("2026-11-28T09:15", "Europe/Moscow", [new(TimeSpan.FromHours(3)), new(TimeSpan.FromHours(1))], Night), "Europe/Moscow"));

    [Fact]
    public void A_reminder_stands_at_the_hour_of_the_visit_in_every_russian_zone_whatever_its_rules_do()
    {
        var (visits, odd) = (0, new List<string>());
        foreach (var zone in RussianZones.Select(TimeZoneInfo.FindSystemTimeZoneById))
        {
            foreach (var wall in WallTimes(zone))
            {
                visits++;
                var due = ReminderPlan.Of(new PlannedVisit(wall, zone), Usual, Night);
                var day = WallClock.Of(due[0].DueAt, zone);
                var hours = WallClock.Of(due[^1].DueAt, zone);
                if (day != wall.AddDays(-1) || due.Count != 2 || hours != wall.AddHours(-3) || due.Any(planned => Night.Include(WallClock.Of(planned.DueAt, zone))))
                {
                    odd.Add($"{zone.Id} {wall:s}: {day:s}, {hours:s}");
                }
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{visits} visits in {RussianZones.Length} zones, {odd.Count} at a wrong hour");
        Assert.True(visits > 10_000);
        Assert.Empty(odd);
    }

    [Fact]
    public void A_time_that_is_skipped_is_the_first_one_after_it_and_one_shown_twice_the_earlier()
    {
        var moscow = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow");

        Assert.Equal(At("2011-03-26T23:00:00Z"), WallClock.MomentOf(new DateTime(2011, 3, 27, 2, 30, 0, DateTimeKind.Unspecified), moscow));
        Assert.Equal(At("2010-10-30T22:30:00Z"), WallClock.MomentOf(new DateTime(2010, 10, 31, 2, 30, 0, DateTimeKind.Unspecified), moscow));
    }

    /// <summary>Three visits a day around every change of a rule in 2010–2035, and one a month besides.</summary>
    private static IEnumerable<DateTime> WallTimes(TimeZoneInfo zone)
    {
        var before = zone.GetUtcOffset(new DateTime(2010, 1, 1, 0, 0, 0, DateTimeKind.Unspecified));
        for (var day = new DateTime(2010, 1, 2, 0, 0, 0, DateTimeKind.Unspecified); day.Year <= 2035; day = day.AddDays(1))
        {
            var offset = zone.GetUtcOffset(day);
            foreach (var near in offset != before ? [day.AddDays(-1), day, day.AddDays(1)] : day.Day == 15 ? [day] : Array.Empty<DateTime>())
            {
                yield return near.AddHours(12);
                yield return near.AddHours(15).AddMinutes(30);
                yield return near.AddHours(20).AddMinutes(45);
            }

            before = offset;
        }
    }

    private static IReadOnlyList<PlannedReminder> Plan(string start, string zone, ReminderRule[] rules, QuietHours quiet) =>
        ReminderPlan.Of(new PlannedVisit(DateTime.Parse(start, CultureInfo.InvariantCulture), TimeZoneInfo.FindSystemTimeZoneById(zone)), rules, quiet);

    private static string Told(IEnumerable<PlannedReminder> planned, string zone) => string.Join(
        ", ", planned.Select(reminder => WallClock.Of(reminder.DueAt, TimeZoneInfo.FindSystemTimeZoneById(zone)).ToString("dd'T'HH:mm", CultureInfo.InvariantCulture)));

    private static DateTimeOffset At(string moment) => DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture);
}
