using AuditDashboard.Foundation;
using AuditDashboard.Ui;
using AuditDashboard.Ui.Charts;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Kpi.Tiles;

/// <summary>The main chart with its two faces, and the same numbers as a table. A click on a day opens what was counted.</summary>
public sealed partial class MainChart
{
    private bool _times;

    [Parameter, EditorRequired] public Graph Counts { get; set; } = default!;

    [Parameter, EditorRequired] public Graph Times { get; set; } = default!;

    [Parameter, EditorRequired] public SalonClock Salon { get; set; } = default!;

    [Parameter, EditorRequired] public KpiPlace Place { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;
    [Inject] private IStringLocalizer<OverviewText> Text { get; set; } = default!;

    private Graph Shown => _times ? Times : Counts;

    private void Open(ChartPoint point) => Navigation.NavigateTo(Address(point.Series, point.Point));

    private void ShowCounts() => _times = false;

    private void ShowTimes() => _times = true;

    private string Address(int line, int point) => Place.RowsOf(DateAt(line, point), Shown.Opens[line]);

    /// <summary>The period before is drawn over this one, and opens its own days.</summary>
    private DateOnly DateAt(int line, int point)
    {
        var drawn = Salon.DateOf(DateTimeOffset.FromUnixTimeMilliseconds((long)(Shown.Lines[line].Points[point][0] ?? 0)));
        return Shown.Lines[line].Dashed ? drawn.AddDays(-Place.Period.Days) : drawn;
    }

    private string ValueAt(int line, int point) => Shown.Lines[line].Points.ElementAtOrDefault(point)?[1] switch
    {
        null => Formats.Absent,
        var value when _times => Formats.Number(value.Value, 1),
        var value => Formats.Count((long)value.Value),
    };
}
