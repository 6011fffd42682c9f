using AuditDashboard.Ui;
using Bunit;

namespace AuditDashboard.Tests.Ui;

public sealed class KpiTileTests : UiTest
{
    [Fact]
    public void A_tile_shows_value_unit_change_and_denominator()
    {
        var tile = Tile(value: "38,4", cases: 1073, new Delta(0.031, "3,1 п. п.", LowerIsBetter: false));

        Assert.Equal("38,4", tile.Find("[data-value]").TextContent);
        Assert.Equal("%", tile.Find(".kpi-unit").TextContent);
        Assert.Contains("412 из 1 073", tile.Markup, StringComparison.Ordinal);
        Assert.Contains("good", tile.Find(".delta").ClassList);
        Assert.DoesNotContain("thin", tile.Find("article").ClassList);
    }

    [Fact]
    public void No_value_is_a_dash_without_a_unit()
    {
        var tile = Tile(value: null, cases: 0, change: null);

        Assert.Equal("—", tile.Find("[data-value]").TextContent);
        Assert.Empty(tile.FindAll(".kpi-unit"));
        Assert.Equal("пока нет данных", tile.Find("[data-thin]").TextContent);
    }

    [Theory]
    [InlineData(19, true, true)]
    [InlineData(20, true, false)]
    [InlineData(29, true, false)]
    [InlineData(30, false, false)]
    public void Few_cases_are_grey_and_very_few_are_not_compared(long cases, bool grey, bool silent)
    {
        var tile = Tile("50,0", cases, new Delta(0.1, "10,0 п. п.", LowerIsBetter: false));

        Assert.Equal(grey, tile.Find("article").ClassList.Contains("thin"));
        Assert.Equal(silent, tile.FindAll("[data-thin]").Count == 1);
        Assert.Equal(silent, !tile.Markup.Contains("10,0 п. п.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(-0.4, true, "good", "↓", "лучше")]
    [InlineData(0.8, true, "bad", "↑", "хуже")]
    [InlineData(3.1, false, "good", "↑", "лучше")]
    [InlineData(-3.1, false, "bad", "↓", "хуже")]
    public void A_change_is_told_by_arrow_and_word_not_by_colour_alone(double value, bool lowerIsBetter, string tone, string arrow, string word)
    {
        var badge = Render<DeltaBadge>(parameters => parameters.Add(b => b.Value, new Delta(value, "?", lowerIsBetter)));

        Assert.Contains(tone, badge.Find(".delta").ClassList);
        Assert.Contains(arrow, badge.Markup, StringComparison.Ordinal);
        Assert.Contains(word, badge.Find(".sr-only").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sparkline_is_written_with_points_whatever_the_language()
    {
        var line = Render<Sparkline>(parameters => parameters.Add(s => s.Values, [null, 1.5, null, 4]));

        Assert.Equal("M33.33,25 L100,3", line.Find(".spark-line").GetAttribute("d"));
    }

    [Fact]
    public void One_day_has_no_line() =>
        Assert.Empty(Render<Sparkline>(parameters => parameters.Add(s => s.Values, [3])).Markup.Trim());

    private IRenderedComponent<KpiTile> Tile(string? value, long cases, Delta? change)
    {
        Render<MudBlazor.MudPopoverProvider>();
        return Render<KpiTile>(parameters => parameters
            .Add(t => t.TestId, "kpi-conversion")
            .Add(t => t.Label, "Лид → запись")
            .Add(t => t.Value, value)
            .Add(t => t.Unit, "%")
            .Add(t => t.Note, "412 из 1 073")
            .Add(t => t.Help, "Формула")
            .Add(t => t.Cases, cases)
            .Add(t => t.Change, change));
    }
}
