using AuditDashboard.Ui;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Kpi.Tiles;

/// <summary>Channels, branches and the night.</summary>
internal sealed class PlaceWords(IStringLocalizer<OverviewText> text, PlaceQuery.Seen seen)
{
    private const int Hours = 24;

    public IReadOnlyList<Overview.ChannelLine> Channels(KpiOverview numbers) =>
        [.. numbers.Channels.Where(channel => channel.Sessions + channel.Leads > 0).Select(channel => new Overview.ChannelLine(
            channel.Name, channel.Sessions, channel.Leads, channel.Conversion.K, Formats.Percent(channel.Conversion.Value), Formats.Seconds(channel.P50Ms),
            Formats.Percent(channel.NoShow.Value), Formats.Percent(channel.AutoClosed.Value), Formats.Percent(channel.Escalations.Value),
            seen.ShowsMoney && channel.LostKopecks is { } lost ? LossWords.Roubles(lost) : null))];

    /// <summary>Branches by their codes are for machines; here they have names. One alone is compared with nothing.</summary>
    public IReadOnlyList<KpiOverview.BranchPoint> Branches(KpiOverview numbers)
    {
        var named = numbers.Branches.Where(point => seen.Branches.Any(branch => branch.Code == point.Branch)).ToList();
        return seen.Place.Branch is not null || named.Select(point => point.Branch).Distinct().Count() < 2 ? [] : named;
    }

    public Overview.Night Night(KpiOverview numbers)
    {
        var night = numbers.Night;
        long[] byHour = [.. Enumerable.Range(0, Hours).Select(hour => night.ByWeekHour.Where((_, cell) => cell % Hours == hour).Sum())];
        var most = byHour.Max();
        var summary = most == 0 ? text["NightNothing"] : text["NightSummary", $"{Array.IndexOf(byHour, most):00}:00", Formats.Count(most)];
        return new Overview.Night(
            night.Bookings, seen.ShowsMoney && night.Kopecks > 0 ? LossWords.Roubles(night.Kopecks) : null, text["NightNote", Formats.Count(night.ByAssistant)], summary, byHour);
    }
}
