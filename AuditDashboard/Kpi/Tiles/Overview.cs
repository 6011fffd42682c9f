using AuditDashboard.Ui;
using AuditDashboard.Ui.Charts;

namespace AuditDashboard.Kpi.Tiles;

/// <summary>What the start page shows, in the viewer's words; small enough to travel with the prerendered page.</summary>
/// <param name="ReadAt">UTC.</param>
/// <param name="HasDialogs">False while the salon has never had one: the page then says how to begin.</param>
/// <param name="Branches">The ones this viewer may choose from.</param>
/// <param name="Dialogs">Address of the dialogs of this period and branch, with a query; null where there is no such page.</param>
public sealed record Overview(
    Period Period, string? Branch, DateTimeOffset ReadAt, bool HasDialogs, IReadOnlyList<BranchOption> Branches,
    IReadOnlyList<Overview.Tile> Tiles, Overview.Graph Counts, Overview.Graph Times, IReadOnlyList<FunnelList.Step> Funnel,
    IReadOnlyList<KpiReport.ChannelRow> Channels, IReadOnlyList<long> ByWeekHour, string? Dialogs = null)
{
    /// <summary>The dialogs behind a number: by outcome, by channel; null where there is no such page.</summary>
    public string? DialogsOf(string? outcome, string? channel = null) => this switch
    {
        { Dialogs: null } => null,
        _ when outcome is not null => $"{Dialogs}&f={outcome}",
        _ when channel is not null => $"{Dialogs}&channel={Uri.EscapeDataString(channel)}",
        _ => null,
    };

    /// <summary>One number with everything that makes it readable; see <see cref="KpiTile"/>.</summary>
    /// <param name="Outcome">Names the dialogs behind it in the list's filter; null where no filter says the same.</param>
    public sealed record Tile(
        string TestId, string Label, string? Value, string Unit, string Note, string Help, long Cases, Delta? Change, string? NoChangeText,
        IReadOnlyList<double?> Trend, double? Target = null, string? Outcome = null);

    /// <summary>One face of the main chart.</summary>
    public sealed record Graph(ChartSpec Spec, IReadOnlyList<ChartLine> Lines, string Summary)
    {
        /// <summary>This graph, or <paramref name="shown"/> where it says the same: an equal reference is not drawn again.</summary>
        public Graph Or(Graph? shown) => shown is not null && shown.Summary == Summary && shown.Spec == Spec && Same(shown.Lines) ? shown : this;

        private bool Same(IReadOnlyList<ChartLine> other) =>
            Lines.Count == other.Count
            && Lines.Zip(other).All(pair => pair.First.Name == pair.Second.Name
                && pair.First.Points.SelectMany(point => point).SequenceEqual(pair.Second.Points.SelectMany(point => point)));
    }
}
