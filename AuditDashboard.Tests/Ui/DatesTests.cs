using AuditDashboard.Foundation;
using AuditDashboard.Ui;

namespace AuditDashboard.Tests.Ui;

public sealed class DatesTests : UiTest
{
    private SalonClock Salon => new(Clock, Moscow);

    [Fact]
    public void A_day_is_short_in_both_languages()
    {
        Assert.Equal("22\u00A0ноя", Dates.Day(new DateOnly(2025, 11, 22)));
        Assert.Equal("22\u00A0ноября, суббота", Dates.DayWithWeekday(new DateOnly(2025, 11, 22)));

        Speak("en-US");

        Assert.Equal("22\u00A0Nov", Dates.Day(new DateOnly(2025, 11, 22)));
    }

    [Theory]
    [InlineData("2025-10-24", "2025-11-22", "24\u00A0окт – 22\u00A0ноя")]
    [InlineData("2025-11-22", "2025-11-22", "22\u00A0ноя")]
    [InlineData("2025-12-30", "2026-01-02", "30\u00A0дек 2025 – 2\u00A0янв 2026")]
    public void A_range_names_its_years_only_when_they_differ(string first, string last, string words) =>
        Assert.Equal(words, Dates.Range(Date(first), Date(last)));

    [Theory]
    [InlineData(30, "только что")]
    [InlineData(3 * 60, "3\u00A0мин назад")]
    [InlineData(59 * 60, "59\u00A0мин назад")]
    [InlineData(60 * 60, "сегодня, 11:41")]
    [InlineData(13 * 60 * 60, "вчера, 23:41")]
    [InlineData(48 * 60 * 60, "20\u00A0ноя, 12:41")]
    [InlineData(365 * 24 * 60 * 60, "22\u00A0ноя 2024, 12:41")]
    public void A_moment_is_told_from_now_in_the_salons_zone(int secondsAgo, string words) =>
        Assert.Equal(words, Dates.Ago(Salon, Clock.GetUtcNow().AddSeconds(-secondsAgo)));

    [Fact]
    public void A_moment_ahead_is_never_minutes_ago() =>
        Assert.Equal("сегодня, 13:11", Dates.Ago(Salon, Clock.GetUtcNow().AddMinutes(30)));

    [Fact]
    public void The_address_says_the_period()
    {
        var today = new DateOnly(2025, 11, 22);

        Assert.Equal(new Period(Date("2025-10-24"), today, "month"), Period.Of(null, null, null, today));
        Assert.Equal(new Period(Date("2025-11-16"), today, "week"), Period.Of("week", null, null, today));
        Assert.Equal(1, Period.Of("day", null, null, today).Days);
        Assert.Equal(new Period(Date("2025-11-01"), Date("2025-11-05"), null), Period.Of("day", "2025-11-01", "2025-11-05", today));
        Assert.Equal("month", Period.Of("century", "2025-11-05", "2025-11-01", today).Preset);
        Assert.Equal(Period.LongestDays, Period.Of(null, "1999-01-01", "2025-11-05", today).Days);
    }

    private static DateOnly Date(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
