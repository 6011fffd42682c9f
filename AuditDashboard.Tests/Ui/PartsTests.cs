using AuditDashboard.Ui;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace AuditDashboard.Tests.Ui;

public sealed class PartsTests : UiTest
{
    private NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    [Fact]
    public void A_funnel_writes_counts_shares_and_losses()
    {
        var funnel = Render<FunnelList>(parameters => parameters.Add(
            f => f.Steps, [new FunnelList.Step("Обращение", 1073), new FunnelList.Step("Запись", 412, "−661 · не записались")]));

        Assert.Equal(["100\u00A0%", "38\u00A0%"], funnel.FindAll(".funnel-share").Select(share => share.TextContent));
        Assert.Equal("width:38.4%", funnel.FindAll(".funnel-bar i")[1].GetAttribute("style"));
        Assert.Equal("−661 · не записались", funnel.Find(".funnel-note").TextContent);
    }

    [Fact]
    public void An_empty_funnel_has_no_shares()
    {
        var funnel = Render<FunnelList>(parameters => parameters.Add(f => f.Steps, [new FunnelList.Step("Обращение", 0)]));

        Assert.Equal("—", funnel.Find(".funnel-share").TextContent);
    }

    [Fact]
    public void The_heat_map_shows_the_day_and_its_table_shows_the_night_too()
    {
        var values = new long[168];
        (values[3], values[8], values[(6 * 24) + 23]) = (2, 10, 5);

        var heat = Render<HeatGrid>(parameters => parameters.Add(h => h.Values, values).Add(h => h.Summary, "…"));

        var cells = heat.FindAll(".heat i");
        Assert.Equal(7 * 16, cells.Count);
        Assert.Equal("--v:1.00", cells[0].GetAttribute("style"));
        Assert.Equal("--v:0.50", cells[^1].GetAttribute("style"));
        Assert.Equal(7 * 24, heat.FindAll("td").Count);
        Assert.Equal("2", heat.FindAll("td")[3].TextContent);
    }

    [Fact]
    public void The_period_keeps_the_rest_of_the_address()
    {
        Navigation.NavigateTo("/?branch=sad&from=2025-11-01&to=2025-11-05");

        var bar = PeriodBar("2025-11-01", "2025-11-05");

        Assert.EndsWith("/?branch=sad&period=week", bar.FindAll("a")[1].GetAttribute("href"), StringComparison.Ordinal);
        Assert.Empty(bar.FindAll("[aria-current]"));
    }

    [Fact]
    public void A_range_written_backwards_is_turned_round()
    {
        var bar = PeriodBar(null, null);

        bar.FindAll("input")[0].Change("2025-11-10");
        bar.FindAll("input")[1].Change("2025-11-01");
        bar.Find("form button").Click();

        Assert.EndsWith("?from=2025-11-01&to=2025-11-10", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void A_branch_is_chosen_in_the_address_and_one_branch_is_no_choice()
    {
        BranchOption[] branches = [new("push", "Пушкинская"), new("sad", "Садовая")];
        var select = Render<BranchSelect>(parameters => parameters.Add(s => s.Branches, branches));

        select.Find("select").Change("sad");

        Assert.EndsWith("?branch=sad", Navigation.Uri, StringComparison.Ordinal);
        Assert.Empty(Render<BranchSelect>(parameters => parameters.Add(s => s.Branches, branches[..1])).Markup.Trim());
    }

    [Fact]
    public void A_broken_card_can_be_tried_again()
    {
        var breaks = true;
        var card = Render<Card>(parameters => parameters
            .Add(c => c.Id, "channels")
            .Add(c => c.Title, "Каналы")
            .Add(c => c.Body, builder => builder.AddContent(0, breaks ? throw new InvalidOperationException() : "486")));

        Assert.Equal("Не удалось загрузить.", card.Find("[role=alert] span").TextContent);
        breaks = false;
        card.Find("[role=alert] button").Click();

        Assert.Empty(card.FindAll("[role=alert]"));
        Assert.Contains("486", card.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_seal_nobody_checked_is_not_green()
    {
        var seal = Render<SealBadge>(parameters => parameters.Add(s => s.State, SealBadge.Seal.Unchecked));

        Assert.Contains("Не проверялся", seal.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("good", seal.Find(".seal").ClassList);
    }

    [Fact]
    public void A_moment_is_shown_in_the_salons_zone_and_written_for_machines_in_utc()
    {
        var moment = Render<Moment>(parameters => parameters.Add(m => m.At, new DateTimeOffset(2025, 11, 22, 15, 2, 10, TimeSpan.Zero)));

        Assert.Equal("18:02", moment.Find("time").TextContent);
        Assert.Equal("2025-11-22T15:02:10Z", moment.Find("time").GetAttribute("datetime"));
        Assert.Equal("22\u00A0ноября, суббота, 18:02:10", moment.Find("time").GetAttribute("title"));
    }

    [Fact]
    public void Channels_are_called_as_people_call_them()
    {
        Assert.Equal("WhatsApp", ChannelNames.Of("whatsapp"));
        Assert.Equal("ВКонтакте", ChannelNames.Of("vk"));
        Assert.Equal("viber", ChannelNames.Of("viber"));
        Assert.Equal("Без канала", ChannelNames.Of(null));
    }

    [Fact]
    public void A_copied_value_says_so()
    {
        JSInterop.SetupVoid("navigator.clipboard.writeText", "https://example.org").SetVoidResult();
        var field = Render<CopyField>(parameters => parameters.Add(f => f.Id, "a").Add(f => f.Label, "Адрес").Add(f => f.Value, "https://example.org"));

        field.Find("button").Click();

        Assert.Equal("Скопировано", field.Find("[role=status]").TextContent);
    }

    private IRenderedComponent<PeriodBar> PeriodBar(string? from, string? to)
    {
        var today = new DateOnly(2025, 11, 22);
        return Render<PeriodBar>(parameters => parameters.Add(b => b.Value, Period.Of(null, from, to, today)).Add(b => b.Today, today));
    }
}
