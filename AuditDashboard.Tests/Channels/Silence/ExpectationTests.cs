using AuditDashboard.Channels.Silence;

namespace AuditDashboard.Tests.Channels.Silence;

/// <summary>K17's formula on bare numbers; hour 100 000 is "now".</summary>
public sealed class ExpectationTests
{
    private const long Now = 100_000;

    [Theory]
    [InlineData("9 1 2 3 4 0", 2.5)] // without 9 and 0
    [InlineData("9 1 2 3", 2.5)] // without 9 and 1
    [InlineData("9 1 2", 2.0)] // the median
    [InlineData("5 5", null)] // too little is known
    [InlineData("0 0 0 0 0 30", 0.0)] // one busy day is no habit
    [InlineData("4 4 4 4 4 4 100", 4.0)] // the seventh week is not looked at
    public void An_hour_is_expected_like_the_same_hours_of_six_weeks_without_the_extremes(string weeks, double? expected)
    {
        var counts = weeks.Split(' ').Select(int.Parse).ToList();
        var starts = counts.Select((count, i) => (Hour: Now - (i + 1) * Expectation.Week, count)).ToDictionary(pair => pair.Hour, pair => pair.count);

        Assert.Equal(expected, new Expectation(starts, Now - counts.Count * Expectation.Week, _ => false).Of(Now));
    }

    [Theory]
    [InlineData(4.6, false)]
    [InlineData(4.61, true)]
    public void Silence_is_what_chance_explains_in_less_than_one_case_of_a_hundred(double expected, bool isSilence) =>
        Assert.Equal(isSilence, Expectation.IsSilence(expected));

    [Fact]
    public void Parts_of_hours_count_in_parts()
    {
        var expectation = Steady(6);

        Assert.Equal(3, expectation.Over(At(0), At(0.5))!.Value, 6);
        Assert.Equal(9, expectation.Over(At(0.75), At(2.25))!.Value, 6);
        Assert.Equal(0, expectation.Over(At(1), At(1))!.Value, 6);
    }

    [Fact]
    public void Nobody_is_expected_on_a_holiday() =>
        Assert.Equal(6, Steady(6, hour => hour == Now + 1).Over(At(0), At(2))!.Value, 6);

    [Theory]
    [InlineData("2026-01-08", true)]
    [InlineData("2026-01-09", false)]
    [InlineData("2026-11-04", true)]
    [InlineData("2026-05-08", false)]
    public void Public_holidays_are_those_of_the_labour_code(string date, bool isFree) =>
        Assert.Equal(isFree, PublicHolidays.Contains(DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture)));

    private static Expectation Steady(int perHour, Func<long, bool>? isFree = null)
    {
        var starts = Enumerable.Range(-7 * Expectation.Week, 7 * Expectation.Week).ToDictionary(back => Now + back, _ => perHour);
        return new Expectation(starts, Now - 7 * Expectation.Week, isFree ?? (_ => false));
    }

    private static DateTimeOffset At(double hours) => DateTimeOffset.FromUnixTimeSeconds(Now * 3600).AddHours(hours);
}
