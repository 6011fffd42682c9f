using AuditDashboard.Conversations.Story;

namespace AuditDashboard.Tests.Conversations.Story;

public sealed class WorkingHoursTests
{
    [Theory]
    [InlineData("12:00", "12:15")]
    [InlineData("09:00", "10:15")]
    [InlineData("20:50", "11 10:05")]
    [InlineData("20:45", "11 10:00")]
    [InlineData("21:00", "11 10:15")]
    [InlineData("23:30", "11 10:15")]
    public void The_clock_stands_still_outside_working_hours(string from, string deadline)
    {
        var result = WorkingHours.Default.Deadline(StoryLog.At(from), TimeSpan.FromMinutes(15), StoryLog.Moscow);

        Assert.Equal(StoryLog.At(deadline), result);
    }

    [Fact]
    public void Working_hours_are_the_zones_own()
    {
        var yekaterinburg = TimeZoneInfo.FindSystemTimeZoneById("Asia/Yekaterinburg");

        var result = WorkingHours.Default.Deadline(StoryLog.At("18:50"), TimeSpan.FromMinutes(15), yekaterinburg);

        Assert.Equal(StoryLog.At("11 08:05"), result);
    }

    [Fact]
    public void Hours_that_span_many_days_of_work_are_found()
    {
        var result = WorkingHours.Default.Deadline(StoryLog.At("10:00"), TimeSpan.FromHours(25), StoryLog.Moscow);

        Assert.Equal(StoryLog.At("12 13:00"), result);
    }
}
