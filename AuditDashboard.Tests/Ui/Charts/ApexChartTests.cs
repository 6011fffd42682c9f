using AuditDashboard.Ui.Charts;
using Bunit;

namespace AuditDashboard.Tests.Ui.Charts;

public sealed class ApexChartTests : UiTest
{
    private static readonly ChartSpec Spec = new(ChartKind.Line, "int", "Europe/Moscow");

    [Fact]
    public async Task New_lines_go_to_the_browser_once_and_the_drawing_is_released_once()
    {
        var chart = StrictChart();
        var page = Show(Lines(1));
        var next = Lines(2);

        page.Render(parameters => parameters.Add(c => c.Series, next));
        page.Render(parameters => parameters.Add(c => c.Series, next));

        var update = Assert.Single(chart.Invocations["update"]);
        Assert.Null(update.Arguments[0]);
        await DisposeComponentsAsync();
        Assert.Single(chart.Invocations["dispose"]);
    }

    [Fact]
    public void A_new_look_is_sent_with_the_lines()
    {
        var chart = StrictChart();
        var page = Show(Lines(1));

        page.Render(parameters => parameters.Add(c => c.Spec, Spec with { Target = 3 }));

        Assert.Equal(Spec with { Target = 3 }, Assert.Single(chart.Invocations["update"]).Arguments[0]);
    }

    [Fact]
    public void The_same_look_in_another_record_is_no_change()
    {
        var (one, other) = (Spec with { Colors = ["--c-1", "--c-2"] }, Spec with { Colors = new List<string> { "--c-1", "--c-2" } });

        Assert.Equal(one, other);
        Assert.NotEqual(one, other with { Marks = [new ChartMark(1, "релиз 14")] });
    }

    [Fact]
    public void Those_who_cannot_see_the_drawing_read_its_sentence()
    {
        StrictChart();

        Assert.Equal("1 диалог", Show(Lines(1)).Find("figcaption").TextContent);
    }

    private BunitJSModuleInterop StrictChart()
    {
        JSInterop.Mode = JSRuntimeMode.Strict;
        var chart = JSInterop.SetupModule("./Ui/Charts/ApexChart.razor.js").SetupModule(call => call.Identifier == "create");
        chart.SetupVoid("update", _ => true).SetVoidResult();
        chart.SetupVoid("dispose").SetVoidResult();
        return chart;
    }

    private IRenderedComponent<ApexChart> Show(IReadOnlyList<ChartLine> lines) =>
        Render<ApexChart>(parameters => parameters.Add(c => c.Spec, Spec).Add(c => c.Series, lines).Add(c => c.Summary, "1 диалог"));

    private static ChartLine[] Lines(double value) => [new("Диалоги", [[1, value], [2, value]])];
}
