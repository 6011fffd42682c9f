using System.Globalization;
using AuditDashboard.Demo;
using AuditDashboard.Tests.Demo.Counting;

namespace AuditDashboard.Tests.Demo;

/// <summary>The headline of product.md section 7.4, within 1.5 percentage points, whatever weekday the demo starts on.</summary>
public sealed class DemoHeadlineTests
{
    private const double Tolerance = 1.5;

    [Theory]
    [InlineData("2026-11-24")]
    [InlineData("2026-03-15")]
    [InlineData("2027-01-20")]
    public void The_story_shows_in_the_numbers(string today)
    {
        var count = new DemoCount(DemoPreset.Demo, DateOnly.ParseExact(today, "yyyy-MM-dd", CultureInfo.InvariantCulture));

        Near(71, count.Within3s(1, 28));
        Near(93, count.Within3s(57, 90));
        Assert.InRange(count.MedianWait(1, 28).TotalSeconds, 2.0, 2.2);
        Assert.InRange(count.MedianWait(57, 90).TotalSeconds, 1.3, 1.5);
        Near(41, count.Converted(1, 28));
        Near(49, count.Converted(57, 90));
        Near(62, count.Confirmed(1, 28));
        Near(82, count.Confirmed(71, 90));
        Near(15.4, count.NoShow(1, 28));
        Near(10.7, count.NoShow(71, 90));
        Near(58, count.AutoClosed(1, 28));
        Near(69, count.AutoClosed(57, 90));
        Near(17, count.Escalated(1, 28));
        Near(13, count.Escalated(57, 90));
    }

    [Fact]
    public void The_third_release_is_worse_than_the_second()
    {
        var count = new DemoCount(DemoPreset.Demo, new DateOnly(2026, 11, 24));

        Near(91, count.Within3s(36, 51));
        Assert.InRange(count.Within3s(52, 55), 58, 64);
        Assert.InRange(count.Escalated(52, 55), 19, 27);
        Assert.InRange(count.Converted(52, 55), 31, 39);
        Assert.InRange(count.AutoClosed(52, 55), 49, 56);
        Assert.InRange(count.Turns(52, 55).Count(turn => turn.Wait is null) / (double)count.Turns(52, 55).Count, 0.018, 0.035);
    }

    [Fact]
    public void Some_of_what_was_closed_comes_back()
    {
        var count = new DemoCount(DemoPreset.Demo, new DateOnly(2026, 11, 24));

        var back = count.AutoClosed(1, 83) - count.Durable(1, 83);

        Assert.InRange(back, 3, 6);
    }

    private static void Near(double expected, double found) => Assert.InRange(found, expected - Tolerance, expected + Tolerance);
}
