using System.Globalization;
using AuditDashboard.Reminders.FollowUps;
using AuditDashboard.Reminders.Rules;

namespace AuditDashboard.Tests.Reminders.FollowUps;

public sealed class LadderTests
{
    private static readonly TimeZoneInfo Moscow = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow");
    private static readonly QuietHours Night = new(new TimeOnly(21, 0), new TimeOnly(9, 0));

    [Theory]
    [InlineData("2026-11-22T13:00", "1 22T13:15, 2 22T16:00, 3 23T11:00")]
    [InlineData("2026-11-22T19:30", "1 22T19:45, 2 23T09:00, 3 23T11:00")]
    [InlineData("2026-11-22T20:50", "1 23T09:00, 3 23T11:00")]
    [InlineData("2026-11-22T00:30", "1 22T09:00, 3 23T11:00")]
    [InlineData("2026-11-22T23:50", "1 23T09:00, 3 23T11:00")]
    public void Fifteen_minutes_three_hours_and_the_next_day_at_eleven_never_at_night(string silent, string expected)
    {
        var since = new DateTimeOffset(DateTime.Parse(silent, CultureInfo.InvariantCulture), TimeSpan.FromHours(3));
        List<string> steps = [];
        for (var next = FollowUpLadder.Next(0, since, Moscow, Night); next is var (step, due); next = FollowUpLadder.Next(step, since, Moscow, Night))
        {
            steps.Add($"{step} {due.ToOffset(TimeSpan.FromHours(3)):dd'T'HH:mm}");
        }

        Assert.Equal(expected, string.Join(", ", steps));
    }
}
