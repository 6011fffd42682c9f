using AuditDashboard.Foundation;
using AuditDashboard.Ui;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Kpi.Tiles;

/// <summary>Reads a period and the one before it, and puts them into words. A manager's branches narrow everything.</summary>
internal sealed class OverviewQuery(
    IKpiOverviews overviews, IKpiReports reports, PlaceQuery places, AttentionQuery attention, SalonClock clock, IStringLocalizer<OverviewText> text)
{
    /// <summary>How far back a dialog still says that the salon has begun, days.</summary>
    private const int EverDays = 1100;

    public async Task<Overview> RunAsync(Period period, string? branch, string? channel, CancellationToken cancel)
    {
        var seen = await places.RunAsync(period, branch, channel);
        var numbers = await overviews.RunAsync(seen.Filter, cancel);
        var any = numbers.Now.Volume.Sessions > 0 || numbers.Before.Volume.Sessions > 0 || await HasEverBegunAsync(seen, cancel);
        var graphs = new GraphWords(text, numbers.Now, numbers.Before, clock, numbers.Releases);
        var losses = new LossWords(text, seen.Place, seen.ShowsMoney);
        var words = new PlaceWords(text, seen);
        return new Overview(seen.Place, clock.Now.ToUniversalTime(), any, numbers.Behind.People, seen.Branches, await ChannelsAsync(numbers, seen, cancel))
        {
            Attention = await attention.RunAsync(seen, cancel),
            Tiles = new TileWords(text, numbers, seen.Place, clock.Today).All(),
            Counts = graphs.Counts(),
            Times = graphs.Times(),
            Funnel = new FunnelWords(text, seen.Place).Steps(numbers),
            Promise = losses.Promise(numbers),
            Spots = new SpotWords(text, seen.Place).Places(numbers),
            Channels = words.Channels(numbers),
            ByWeekHour = numbers.ByWeekHour,
            Losses = losses.Losses(numbers),
            NightShift = words.Night(numbers),
            Points = words.Branches(numbers),
            MayExport = seen.Viewer.Role != "auditor",
        };
    }

    private async Task<bool> HasEverBegunAsync(PlaceQuery.Seen seen, CancellationToken cancel)
    {
        var ever = await reports.RunAsync(new KpiFilter(clock.Today.AddDays(-EverDays), clock.Today.AddDays(1), Branches: seen.Viewer.Branches), cancel);
        return ever.Volume.Sessions > 0;
    }

    /// <summary>What the filter offers: with one channel chosen the others must still be there.</summary>
    private async Task<IReadOnlyList<string>> ChannelsAsync(KpiOverview numbers, PlaceQuery.Seen seen, CancellationToken cancel)
    {
        if (seen.Place.Channel is not { } chosen)
        {
            return [.. numbers.Channels.Where(channel => channel.Name.Length > 0).Select(channel => channel.Name)];
        }

        var all = await reports.RunAsync(seen.Filter with { Channel = null }, cancel);
        return [.. all.Volume.Channels.Where(row => row.Channel.Length > 0).OrderByDescending(row => row.Sessions).Select(row => row.Channel).Union([chosen])];
    }
}
