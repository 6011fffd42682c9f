using AuditDashboard.Channels.Endpoints;
using AuditDashboard.Channels.Probes;
using AuditDashboard.Channels.Silence;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Channels.Health;

/// <summary>Reads how every way in fares, by bot and endpoint (empty for the events API).</summary>
internal sealed class HealthQuery(FlowsQuery flows, IChannelEndpoints endpoints, ProbeChannels probes, IDbContextFactory<AuditDbContext> databases, TimeProvider time)
{
    public async Task<IReadOnlyDictionary<(string Bot, string Endpoint), ConnectionHealth>> RunAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var probed = await db.Set<ProbeRow>().AsNoTracking().ToDictionaryAsync(row => row.Endpoint, cancel);
        var silences = (await flows.SilencesAsync(cancel)).ToDictionary(row => new Source(row.Bot, row.Endpoint, row.Channel));
        var bySender = (await flows.RunAsync(cancel)).ToLookup(flow => (flow.Source.Bot, flow.Source.Endpoint), flow => Flow(flow, silences.GetValueOrDefault(flow.Source)));
        var senders = bySender.Select(sender => sender.Key).Concat(endpoints.All.Select(endpoint => (endpoint.Bot, Endpoint: endpoint.Id))).Distinct();
        return senders.ToDictionary(
            sender => sender,
            sender => Health(endpoints.Find(sender.Endpoint), probed.GetValueOrDefault(sender.Endpoint), [.. bySender[sender].OrderByDescending(flow => flow.Day)]));
    }

    /// <summary>The ways in that are broken or silent; how much usually comes through them is not read.</summary>
    public async Task<IReadOnlyCollection<(string Bot, string Endpoint)>> TroubledAsync(CancellationToken cancel)
    {
        var oldest = time.GetUtcNow() - TimeSpan.FromHours(SessionStartRow.Slots);
        await using var db = await databases.CreateDbContextAsync(cancel);
        var probes = await db.Set<ProbeRow>().AsNoTracking().ToListAsync(cancel);
        var broken = probes.Where(row => new ProbeResult(row.Code) is { IsGood: false, IsMild: false }).Select(row => row.Endpoint).ToHashSet();
        var silent = (await flows.SilencesAsync(cancel)).Where(row => row.Since > oldest).Select(row => (row.Bot, row.Endpoint));
        return [.. endpoints.All.Where(endpoint => broken.Contains(endpoint.Id)).Select(endpoint => (endpoint.Bot, Endpoint: endpoint.Id)).Union(silent)];
    }

    private ConnectionHealth.Flow Flow(SourceFlow flow, SilenceRow? silence)
    {
        var now = time.GetUtcNow();
        return new ConnectionHealth.Flow(
            flow.Source.Channel, flow.Day(now), flow.UsualDay(now), flow.LastAt, silence?.Since, silence is null ? null : silence.ExpectedHundredths / 100.0);
    }

    private ConnectionHealth Health(ChannelEndpoint? endpoint, ProbeRow? row, IReadOnlyList<ConnectionHealth.Flow> flows)
    {
        var can = endpoint is not null && probes.CanProbe(endpoint);
        return new ConnectionHealth(can, !can && endpoint is not null && probes.Knows(endpoint.Kind), row is null ? null : Probed(row, new ProbeResult(row.Code)), flows);
    }

    private static ConnectionHealth.Probed Probed(ProbeRow row, ProbeResult found) =>
        new(row.Code, found.IsGood, found.IsMild, row.Detail, row.Pending, row.At, row.Since, row.LastGoodAt);
}
