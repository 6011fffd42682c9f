using AuditDashboard.Reminders.Risk;

namespace AuditDashboard.Tests.Reminders.Risk;

public sealed class NoShowRiskTests
{
    private static readonly RiskFacts Regular = new(0, 5, TimeSpan.FromDays(2), false, false, false, true, 0);

    [Fact]
    public void A_regular_client_has_no_points_and_no_reasons()
    {
        var score = NoShowRisk.Of(Regular);

        Assert.Equal(0, score.Points);
        Assert.Empty(score.Reasons);
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(3, 6)]
    [InlineData(9, 6)]
    public void Earlier_no_shows_weigh_most_but_not_without_end(int noShows, int points) =>
        Assert.Equal(points, NoShowRisk.Of(Regular with { NoShows = noShows }).Points);

    [Fact]
    public void Every_reason_is_named_with_its_points_and_they_add_up()
    {
        var score = NoShowRisk.Of(new RiskFacts(0, 0, TimeSpan.FromDays(25), false, true, true, false, 2));

        Assert.Equal(
            ["RiskUnreached 2", "RiskSilent 2", "RiskAhead 2", "RiskNew 1", "RiskMoves 1", "RiskChannel 1"], score.Reasons.Select(reason => $"{reason.Key} {reason.Points}"));
        Assert.Equal(score.Reasons.Sum(reason => reason.Points), score.Points);
        Assert.Equal(25, score.Reasons.Single(reason => reason.Key == "RiskAhead").Number);
    }

    [Fact]
    public void A_confirmation_takes_points_away_and_says_so()
    {
        var score = NoShowRisk.Of(Regular with { NoShows = 2, IsConfirmed = true });

        Assert.Equal(1, score.Points);
        Assert.Contains(score.Reasons, reason => reason is { Key: "RiskConfirmed", Points: -3 });
    }

    [Fact]
    public void Whom_nobody_knows_is_not_called_new() =>
        Assert.DoesNotContain(NoShowRisk.Of(Regular with { Visits = null }).Reasons, reason => reason.Key == "RiskNew");
}
