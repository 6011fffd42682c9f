using AuditDashboard.Access;
using AuditDashboard.Foundation;
using AuditDashboard.Settings;
using AuditDashboard.Ui;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Kpi.Tiles;

/// <summary>Reads a period and the one before it, and puts them into words. A manager's branches narrow everything.</summary>
internal sealed class OverviewQuery(
    IKpiReports reports, ICurrentViewer viewers, ISettings settings, SalonClock clock, IStringLocalizer<OverviewText> text, IEnumerable<NavItem> pages)
{
    /// <summary>How far back a dialog still says that the salon has begun, days.</summary>
    private const int EverDays = 1100;

    public async Task<Overview> RunAsync(Period period, string? branch, CancellationToken cancel)
    {
        var viewer = await viewers.GetAsync();
        var branches = settings.Salon.Branches
            .Where(known => viewer.MaySee(known.Code))
            .Select(known => new BranchOption(known.Code, known.Name))
            .ToList();
        var chosen = branches.Find(known => known.Code == branch)?.Code;
        var filter = new KpiFilter(period.First, period.End, chosen, Branches: viewer.Branches);

        var now = await reports.RunAsync(filter, cancel);
        var before = await reports.RunAsync(filter.Previous, cancel);
        var any = now.Volume.Sessions > 0 || before.Volume.Sessions > 0 || await HasEverBegunAsync(viewer, cancel);

        var tiles = new TileWords(text, now, before, clock.Today);
        var graphs = new GraphWords(text, now, before, clock);
        return new Overview(
            period, chosen, clock.Now.ToUniversalTime(), any, branches, [tiles.ResponseTime(), tiles.Conversion(), tiles.AutoClosed(), tiles.Escalations()],
            graphs.Counts(), graphs.Times(), FunnelOf(now), Channels(now.Volume), now.Volume.ByWeekHour, Dialogs(period, chosen));
    }

    private async Task<bool> HasEverBegunAsync(Viewer viewer, CancellationToken cancel)
    {
        var ever = await reports.RunAsync(new KpiFilter(clock.Today.AddDays(-EverDays), clock.Today.AddDays(1), Branches: viewer.Branches), cancel);
        return ever.Volume.Sessions > 0;
    }

    // Only where the list exists for this viewer's menu: no dead links.
    private string? Dialogs(Period period, string? branch)
    {
        var days = period.Preset is { } preset ? $"period={preset}" : $"from={Period.Iso(period.First)}&to={Period.Iso(period.Last)}";
        return pages.Any(page => page.Href == "dialogs") ? $"dialogs?{days}" + (branch is null ? "" : $"&branch={Uri.EscapeDataString(branch)}") : null;
    }

    private List<FunnelList.Step> FunnelOf(KpiReport report) =>
    [
        new(text["FunnelSession"], report.Volume.Sessions),
        new(text["FunnelAnswered"], report.Volume.Answered, Lost("LostAnswered", report.Volume.Sessions, report.Volume.Answered)),
        new(text["FunnelLead"], report.Conversion.Share.N, Lost("LostLead", report.Volume.Answered, report.Conversion.Share.N)),
        new(text["FunnelBooking"], report.Conversion.Share.K, Lost("LostBooking", report.Conversion.Share.N, report.Conversion.Share.K)),
    ];

    private string? Lost(string key, long earlier, long later) =>
        earlier > later ? text[key, Formats.Count(earlier - later)].Value : null;

    private static List<KpiReport.ChannelRow> Channels(KpiReport.Traffic volume) =>
        [.. volume.Channels.Where(row => row.Sessions + row.Leads > 0).OrderByDescending(row => row.Sessions).ThenBy(row => row.Channel, StringComparer.Ordinal)];
}
