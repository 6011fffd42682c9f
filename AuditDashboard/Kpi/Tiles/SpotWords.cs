using AuditDashboard.Ui;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Kpi.Tiles;

/// <summary>Steps dialogs failed at, by simple count.</summary>
internal sealed class SpotWords(IStringLocalizer<OverviewText> text, KpiPlace place)
{
    private const int Top = 5;

    /// <summary>Up by half against the period before is worth a red mark.</summary>
    private const double Worse = 1.5;

    public IReadOnlyList<RankList.Place> Places(KpiOverview numbers) =>
        [.. numbers.Spots.Take(Top).Select(spot => new RankList.Place(
            Title(spot.Label), Detail(spot), Formats.Count(spot.Count), spot.Before > 0 && spot.Count > spot.Before * Worse ? Tone.Bad : Tone.Warn,
            place.Rows(KpiNumber.Spots, spot.Label)))];

    private string Title(string label) => label.Split('.', 2) is [var scenario, var step] ? text["SpotStep", scenario, step] : text["SpotScenario", label];

    private string Detail(KpiOverview.Spot spot) => spot.Before == 0 ? text["SpotNew"] : text["SpotBefore", Formats.Count(spot.Before)];
}
