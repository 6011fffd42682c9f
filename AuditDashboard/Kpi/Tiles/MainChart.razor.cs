using AuditDashboard.Foundation;
using AuditDashboard.Ui;
using AuditDashboard.Ui.Charts;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Kpi.Tiles;

/// <summary>The main chart with its two faces, and the same numbers as a table.</summary>
public sealed partial class MainChart
{
    private bool _times;

    [Parameter, EditorRequired] public Overview.Graph Counts { get; set; } = default!;

    [Parameter, EditorRequired] public Overview.Graph Times { get; set; } = default!;

    [Parameter, EditorRequired] public SalonClock Salon { get; set; } = default!;

    [Parameter] public string? Branch { get; set; }

    /// <summary>A click on a day opens its dialogs.</summary>
    [Parameter] public bool OpensDays { get; set; }

    [Inject] private NavigationManager Navigation { get; set; } = default!;
    [Inject] private IStringLocalizer<OverviewText> Text { get; set; } = default!;

    private Overview.Graph Shown => _times ? Times : Counts;

    private EventCallback<ChartPoint> Opened => OpensDays ? EventCallback.Factory.Create<ChartPoint>(this, OpenDay) : default;

    private void OpenDay(ChartPoint point)
    {
        var day = Period.Iso(DateAt(point.Point));
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(
            Navigation.ToAbsoluteUri("dialogs").AbsoluteUri, new Dictionary<string, object?> { ["from"] = day, ["to"] = day, ["branch"] = Branch }));
    }

    private void ShowCounts() => _times = false;

    private void ShowTimes() => _times = true;

    private string DayAt(int index) => Dates.Day(DateAt(index));

    private DateOnly DateAt(int index) =>
        Salon.DateOf(DateTimeOffset.FromUnixTimeMilliseconds((long)(Shown.Lines[0].Points[index][0] ?? 0)));

    private string ValueAt(ChartLine line, int index) => line.Points.ElementAtOrDefault(index)?[1] switch
    {
        null => Formats.Absent,
        var value when _times => Formats.Number(value.Value, 1),
        var value => Formats.Count((long)value.Value),
    };
}
