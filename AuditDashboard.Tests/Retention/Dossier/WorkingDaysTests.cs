using AuditDashboard.Retention.Dossier;

namespace AuditDashboard.Tests.Retention.Dossier;

public sealed class WorkingDaysTests
{
    [Theory]
    [InlineData("2026-11-24", 10, "2026-12-08")] // an ordinary fortnight
    [InlineData("2026-10-30", 3, "2026-11-05")] // over the holiday of 4 November
    [InlineData("2025-12-30", 2, "2026-01-12")] // 31 December 2025 works; the first working day of 2026 is 12 January: 9 January is off by decree
    [InlineData("2026-03-06", 1, "2026-03-10")] // 8 March on a Sunday moves to Monday
    [InlineData("2026-05-08", 1, "2026-05-12")] // 9 May on a Saturday moves to Monday
    [InlineData("2026-12-30", 1, "2027-01-11")] // 31 December 2026 is off by decree
    public void A_term_of_working_days_ends_when_the_law_says(string from, int days, string ends) =>
        Assert.Equal(DateOnly.ParseExact(ends, "yyyy-MM-dd"), WorkingDays.After(DateOnly.ParseExact(from, "yyyy-MM-dd"), days));

    [Fact]
    public void What_is_left_of_a_term_counts_working_days_only()
    {
        var due = new DateOnly(2026, 12, 8);

        Assert.Equal(10, WorkingDays.Between(new DateOnly(2026, 11, 24), due));
        Assert.Equal(1, WorkingDays.Between(new DateOnly(2026, 12, 7), due));
        Assert.Equal(0, WorkingDays.Between(due, due));
        Assert.Equal(0, WorkingDays.Between(new DateOnly(2026, 12, 20), due));
    }
}
