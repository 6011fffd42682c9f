using AuditDashboard.Ui;

namespace AuditDashboard.Kpi.Tiles;

/// <summary>What the start page shows, in the viewer's words; small enough to travel with the prerendered page. Money is absent for those who may not see it.</summary>
/// <param name="ReadAt">UTC.</param>
/// <param name="HasDialogs">False while the salon has never had one: the page then says how to begin.</param>
/// <param name="Waiting">How many clients' events are not counted yet.</param>
/// <param name="Branches">The ones this viewer may choose from.</param>
/// <param name="ChannelNames">The ones the period knows.</param>
public sealed record Overview(
    KpiPlace Place, DateTimeOffset ReadAt, bool HasDialogs, int Waiting, IReadOnlyList<BranchOption> Branches, IReadOnlyList<string> ChannelNames)
{
    public IReadOnlyList<Attention> Attention { get; init; } = [];

    public IReadOnlyList<Tile> Tiles { get; init; } = [];

    public Graph Counts { get; init; } = Graph.Empty;

    public Graph Times { get; init; } = Graph.Empty;

    public IReadOnlyList<FunnelList.Step> Funnel { get; init; } = [];

    /// <summary>What a tenth of the lost would bring: an estimate, for owners.</summary>
    public string? Promise { get; init; }

    public IReadOnlyList<RankList.Place> Spots { get; init; } = [];

    public IReadOnlyList<ChannelLine> Channels { get; init; } = [];

    public IReadOnlyList<long> ByWeekHour { get; init; } = [];

    public Lost? Losses { get; init; }

    public Night? NightShift { get; init; }

    /// <summary>Branches by name, for every number; empty where there are not two to compare.</summary>
    public IReadOnlyList<KpiOverview.BranchPoint> Points { get; init; } = [];

    /// <summary>Auditors only look.</summary>
    public bool MayExport { get; init; }

    /// <summary>One number with everything that makes it readable; see <see cref="KpiTile"/>.</summary>
    /// <param name="Href">Opens the rows behind it.</param>
    public sealed record Tile(
        string TestId, string Label, string? Value, string Unit, string Note, string Help, long Cases, Delta? Change, string? NoChangeText,
        IReadOnlyList<double?> Trend, string Href, double? Target = null);

    /// <summary>A channel with its numbers in words.</summary>
    /// <param name="Code">As events name it.</param>
    /// <param name="Lost">Roubles in words; null for those who may not see them, or where no booking has a price.</param>
    public sealed record ChannelLine(
        string Code, long Dialogs, long Leads, long Converted, string Conversion, string Response, string NoShows, string AutoClosed, string Escalations, string? Lost);

    /// <summary>Why needs were lost, and what that costs.</summary>
    /// <param name="Lines">What the total is made of; empty without money.</param>
    /// <param name="Nothing">Why there are no reasons.</param>
    public sealed record Lost(string? Total, IReadOnlyList<RankList.Place> Lines, IReadOnlyList<RankList.Place> Reasons, string Nothing, string HowCounted);

    /// <summary>What the assistant won while the salon was closed, by hour of the day.</summary>
    public sealed record Night(long Bookings, string? Money, string Note, string Summary, IReadOnlyList<long> ByHour);
}
