using AuditDashboard.Access;
using AuditDashboard.Settings;
using AuditDashboard.Ui;

namespace AuditDashboard.Kpi.Tiles;

/// <summary>Cuts what an address asks for down to what the viewer may see: a branch they may not is as if not named.</summary>
internal sealed class PlaceQuery(ICurrentViewer viewers, ISettings settings)
{
    private const int LongestName = 64;

    public async Task<Seen> RunAsync(Period period, string? branch, string? channel)
    {
        var viewer = await viewers.GetAsync();
        var branches = settings.Salon.Branches
            .Where(known => viewer.MaySee(known.Code))
            .Select(known => new BranchOption(known.Code, known.Name))
            .ToList();
        return new Seen(new KpiPlace(period, branches.Find(known => known.Code == branch)?.Code, Named(channel)), viewer, branches);
    }

    /// <summary>A channel as an address may name it, or null.</summary>
    public static string? Named(string? channel) => channel is { Length: > 0 and <= LongestName } ? channel : null;

    internal sealed record Seen(KpiPlace Place, Viewer Viewer, IReadOnlyList<BranchOption> Branches)
    {
        public KpiFilter Filter => new(Place.Period.First, Place.Period.End, Place.Branch, Place.Channel, Viewer.Branches);

        /// <summary>Money is the owner's.</summary>
        public bool ShowsMoney => Viewer.IsOwner;
    }
}
