using AuditDashboard.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Kpi.Tiles;

/// <summary>Branches without a league table (B16): a difference is named only where chance does not explain it.</summary>
public sealed partial class BranchPlot
{
    private static readonly IReadOnlyList<KpiOverview.Kpi> Kpis = Enum.GetValues<KpiOverview.Kpi>();

    private static readonly (double Deviations, string Css)[] Limits = [(1.96, "plot-95"), (-1.96, "plot-95"), (3.09, "plot-998"), (-3.09, "plot-998")];

    private KpiOverview.Kpi _kpi = KpiOverview.Kpi.Conversion;

    [Parameter, EditorRequired] public IReadOnlyList<KpiOverview.BranchPoint> Points { get; set; } = [];

    [Parameter, EditorRequired] public IReadOnlyList<BranchOption> Branches { get; set; } = [];

    [Parameter, EditorRequired] public KpiPlace Place { get; set; } = default!;

    [Inject] private IStringLocalizer<OverviewText> Text { get; set; } = default!;

    private List<KpiOverview.BranchPoint> Shown => [.. Points.Where(point => point.Kpi == _kpi && point.Share.N > 0)];

    private FunnelPlot Plot => new(Shown);

    private List<RankList.Place> Ranked =>
        [.. Shown.OrderByDescending(point => point.Share.Value).Select(point => new RankList.Place(
            NameOf(point), Verdict(point), Formats.Percent(point.Share.Value), ToneOf(point), (Place with { Branch = point.Branch }).Rows(HitsOf(point.Kpi))))];

    private void Choose(ChangeEventArgs change) => _kpi = Enum.TryParse<KpiOverview.Kpi>(change.Value as string, out var chosen) ? chosen : _kpi;

    private string NameOf(KpiOverview.BranchPoint point) => Branches.FirstOrDefault(branch => branch.Code == point.Branch)?.Name ?? point.Branch;

    private string Verdict(KpiOverview.BranchPoint point) => Text["BranchVerdict", Formats.Count(point.Share.N), Text[IsFar(point) ? "PlotFar" : IsOut(point) ? "PlotOut" : "PlotIn"]];

    private static Tone ToneOf(KpiOverview.BranchPoint point) => !IsOut(point) ? Tone.Flat : (point.Share.Value > point.Centre) ^ IsLowerBetter(point.Kpi) ? Tone.Good : Tone.Bad;

    private static bool IsOut(KpiOverview.BranchPoint point) => point.Share.Value < point.Low95 || point.Share.Value > point.High95;

    private static bool IsFar(KpiOverview.BranchPoint point) => point.Share.Value < point.Low998 || point.Share.Value > point.High998;

    private static bool IsLowerBetter(KpiOverview.Kpi kpi) => kpi is KpiOverview.Kpi.NoShow or KpiOverview.Kpi.Escalations;

    private static string Key(KpiOverview.Kpi kpi) => kpi switch
    {
        KpiOverview.Kpi.ResponseTime => "WithinShort",
        KpiOverview.Kpi.NoShow => "NoShows",
        _ => kpi.ToString(),
    };

    private static KpiNumber HitsOf(KpiOverview.Kpi kpi) => kpi switch
    {
        KpiOverview.Kpi.ResponseTime => KpiNumber.AnsweredInTime,
        KpiOverview.Kpi.Conversion => KpiNumber.Converted,
        KpiOverview.Kpi.Confirmation => KpiNumber.VisitsConfirmed,
        KpiOverview.Kpi.NoShow => KpiNumber.NoShows,
        KpiOverview.Kpi.AutoClosed => KpiNumber.AutoClosed,
        _ => KpiNumber.Escalated,
    };
}
