using AuditDashboard.Access;
using AuditDashboard.Channels.Arrivals;
using AuditDashboard.Channels.Connect;
using AuditDashboard.Channels.Endpoints;
using AuditDashboard.Channels.Health;
using AuditDashboard.Foundation;
using AuditDashboard.Ingestion;
using static AuditDashboard.Ingestion.RefusedCalls;

namespace AuditDashboard.Channels.Status;

/// <summary>Every way in that the viewer may know of: all that serve the whole organization, and those of the viewer's branches. The troubled come first.</summary>
internal sealed class ChannelsQuery(
    ICurrentViewer viewers, IChannelEndpoints endpoints, IBranchList branches, SenderQueries senders, RefusedCalls refused, SalonClock clock)
{
    public async Task<IReadOnlyList<ChannelLine>> RunAsync(CancellationToken cancel)
    {
        var viewer = await viewers.GetAsync();
        var today = clock.StartOf(clock.Today);
        var brought = await senders.Arrivals.RunAsync(today, cancel);
        var health = await senders.Health.RunAsync(cancel);
        var byKey = brought.Where(sender => sender.Key.Endpoint.Length == 0)
            .Select(sender => Line(Connection.ByKey, sender.Key.Bot, "", sender.Key.Bot, null, sender.Value, today, isPaused: false));
        var byEndpoint = endpoints.All.Where(endpoint => endpoint.Branch is null || viewer.MaySee(endpoint.Branch))
            .Select(endpoint => Line(endpoint.Kind, endpoint.Bot, endpoint.Id, endpoint.Name, endpoint.Branch, brought.GetValueOrDefault((endpoint.Bot, endpoint.Id)), today, endpoint.IsPaused));
        return
        [
            .. byKey.Concat(byEndpoint).Select(line => line with { Health = health.GetValueOrDefault((line.Bot, line.Endpoint), ConnectionHealth.Unknown) })
                .OrderByDescending(line => line.Health.IsBroken || line.Health.IsSilent).ThenBy(line => line.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(line => line.Kind, StringComparer.Ordinal),
        ];
    }

    private ChannelLine Line(string kind, string bot, string endpoint, string name, string? branch, SenderArrivals? brought, DateTimeOffset today, bool isPaused)
    {
        var caller = new Caller(endpoint, null);
        var known = endpoint.Length > 0;
        return new ChannelLine(
            kind, endpoint, bot, name, branch is null ? null : branches.All.FirstOrDefault(found => found.Code == branch).Name ?? branch, brought?.LastAt, brought?.Since ?? 0,
            known ? refused.Count(caller, today) : 0, known && refused.Latest([caller], today) is [var last, ..] ? last : null, isPaused, ConnectionHealth.Unknown);
    }
}
