using AuditDashboard.Kpi.Tiles;
using AuditDashboard.Ui;

namespace AuditDashboard.Kpi.Attribution;

/// <summary>K12 of a period: needs by channel and, within it, by the source that brought them (product.md section 3.12).</summary>
/// <param name="Unattributed">Needs whose source nobody knows, of all.</param>
/// <param name="ShowsMoney">Revenue is the owner's.</param>
internal sealed record AttributionView(KpiPlace Place, IReadOnlyList<AttributionView.Line> Lines, Share Unattributed, IReadOnlyList<BranchOption> Branches, bool ShowsMoney)
{
    /// <param name="Source">Null = the whole channel; empty = nobody knows.</param>
    /// <param name="Visits">Needs with a visit within 30 days.</param>
    /// <param name="Kopecks">Of those visits, by the last touch; null where it is not counted.</param>
    /// <param name="NoShow">Of the channel only: a visit has no source of its own.</param>
    /// <param name="P50Ms">Of the channel only, milliseconds.</param>
    internal sealed record Line(string Channel, string? Source, long Needs, Share Conversion, long Visits, long? Kopecks, Share? NoShow, long? P50Ms);
}
