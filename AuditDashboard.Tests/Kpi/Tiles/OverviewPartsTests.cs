using AuditDashboard.Kpi.Tiles;
using AuditDashboard.Tests.Ui;
using AuditDashboard.Ui;
using Bunit;

namespace AuditDashboard.Tests.Kpi.Tiles;

/// <summary>The small cards of Обзор, each by itself.</summary>
public sealed class OverviewPartsTests : UiTest
{
    private static readonly KpiPlace Place = new(Period.Of("week", null, null, new DateOnly(2025, 11, 22)), null, null);

    [Fact]
    public void The_night_opens_its_bookings_and_draws_an_hour_a_bar()
    {
        var card = Render<NightCard>(parameters => parameters.Add(part => part.Place, Place).Add(part => part.Night, new Overview.Night(3, "14 400 ₽", "из 60", "чаще в 23:00", Hours(23, 3))));

        Assert.StartsWith("numbers/BookingsAtNight?", card.Find("[data-testid=night-bookings]").GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains("14 400 ₽", card.Find("[data-testid=night-money]").TextContent, StringComparison.Ordinal);
        Assert.Equal(24, card.FindAll(".hours i").Count);
        Assert.Equal("--v:1.00", card.FindAll(".hours i")[23].GetAttribute("style"));
        Assert.Equal("чаще в 23:00", card.Find(".hours").GetAttribute("aria-label"));
    }

    [Fact]
    public void A_night_without_money_says_nothing_of_it_and_no_hour_divides_by_nothing()
    {
        var card = Render<NightCard>(parameters => parameters.Add(part => part.Place, Place).Add(part => part.Night, new Overview.Night(0, null, "", "", new long[24])));

        Assert.Empty(card.FindAll("[data-testid=night-money]"));
        Assert.All(card.FindAll(".hours i"), bar => Assert.Equal("--v:0.00", bar.GetAttribute("style")));
    }

    [Fact]
    public void Losses_without_money_show_reasons_only_and_without_reasons_say_why()
    {
        var reasons = Render<LossCard>(parameters => parameters.Add(card => card.Losses, new Overview.Lost(null, [], [Reason("Дорого")], "", "Как")));
        Assert.Empty(reasons.FindAll("[data-testid=lost-money]"));
        Assert.Contains("Дорого", reasons.Markup, StringComparison.Ordinal);

        var none = Render<LossCard>(parameters => parameters.Add(card => card.Losses, new Overview.Lost("62 592 ₽", [Reason("Неявки")], [], "Ещё рано судить", "Как")));
        Assert.Contains("62 592 ₽", none.Find("[data-testid=lost-money]").TextContent, StringComparison.Ordinal);
        Assert.Contains("Ещё рано судить", none.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_of_a_channel_opens_rows_of_that_channel_only()
    {
        var rows = (IReadOnlyList<Overview.ChannelLine>)[new("telegram", 312, 200, 121, "60,5 %", "1,8 с", "6,1 %", "32 %", "10 %", null)];

        var table = Render<ChannelTable>(parameters => parameters.Add(part => part.Place, Place).Add(part => part.Rows, rows));

        Assert.All(table.FindAll("td.num a"), link => Assert.EndsWith("&channel=telegram", link.GetAttribute("href"), StringComparison.Ordinal));
        Assert.Equal(3, table.FindAll("td.num a").Count);
        Assert.DoesNotContain("₽", table.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_period_without_channels_says_so()
    {
        var table = Render<ChannelTable>(parameters => parameters.Add(part => part.Place, Place).Add(part => part.Rows, []));

        Assert.NotNull(table.Find(".empty"));
        Assert.Empty(table.FindAll("table"));
    }

    private static RankList.Place Reason(string name) => new(name, null, "1", Tone.Flat, "numbers/Losses");

    private static long[] Hours(int hour, long value)
    {
        var hours = new long[24];
        hours[hour] = value;
        return hours;
    }
}
