using AuditDashboard.Demo.Chance;

namespace AuditDashboard.Tests.Demo.Chance;

public sealed class DeckTests
{
    [Fact]
    public void A_share_is_met_exactly_over_a_whole_number_of_decks()
    {
        var deck = new Deck<bool>(new DemoRandom("test"), 10, (true, 17), (false, 83));

        var hits = Enumerable.Range(0, 1000).Count(_ => deck.Draw());

        Assert.Equal(170, hits);
    }

    [Fact]
    public void Cards_passed_over_are_dealt_later()
    {
        var deck = new Deck<int>(new DemoRandom("test"), 4, (1, 1), (2, 1));

        int[] first = [deck.DrawWhere(card => card == 2), deck.DrawWhere(card => card == 2)];

        Assert.Equal([2, 2], first);
        Assert.Equal([1, 1], new[] { deck.Draw(), deck.Draw() });
    }

    [Fact]
    public void Numbers_do_not_depend_on_the_runtime()
    {
        var random = new DemoRandom("test");

        int[] numbers = [.. Enumerable.Range(0, 5).Select(_ => random.Below(1000))];

        Assert.Equal([602, 369, 718, 310, 433], numbers);
    }

    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.975, 1.959964)]
    [InlineData(0.01, -2.326348)]
    public void The_normal_quantile_is_right(double share, double expected) => Assert.Equal(expected, NormalQuantile.At(share), 5);
}
