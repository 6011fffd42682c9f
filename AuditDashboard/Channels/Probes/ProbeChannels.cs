using AuditDashboard.Channels.Arrivals;
using AuditDashboard.Channels.Endpoints;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Channels.Probes;

/// <summary>Probes every endpoint that can be probed, and keeps what was found. A sweep that may run as often as it likes.</summary>
internal sealed class ProbeChannels(
    IEnumerable<IChannelProbe> probes, IChannelEndpoints endpoints, ArrivalsQuery arrivals, TellProbe tell, IDbContextFactory<AuditDbContext> databases, TimeProvider time)
{
    /// <summary>What a service lists matters less than what it sends: through a proxy or a relay its address is not ours.</summary>
    private static readonly TimeSpan Lately = TimeSpan.FromHours(1);

    private const int LongestDetail = 200;

    private readonly Dictionary<string, IChannelProbe> _probes = probes.ToDictionary(probe => probe.Kind, StringComparer.OrdinalIgnoreCase);

    /// <summary>Endpoints of this kind can be probed, given what the service wants to know.</summary>
    public bool Knows(string kind) => _probes.ContainsKey(kind);

    public bool CanProbe(ChannelEndpoint endpoint) => _probes.TryGetValue(endpoint.Kind, out var probe) && probe.CanProbe(endpoint);

    /// <summary>True when something was probed.</summary>
    public async Task<bool> HandleAsync(CancellationToken cancel)
    {
        var due = endpoints.All.Where(endpoint => !endpoint.IsPaused && CanProbe(endpoint)).ToList();
        // Together: one service that hangs must not make the others wait.
        var found = await Task.WhenAll(due.Select(async endpoint => (endpoint, Result: await ProbeAsync(endpoint, cancel))));
        var brought = found.Length == 0 ? null : await arrivals.RunAsync(time.GetUtcNow(), cancel);
        foreach (var (endpoint, result) in found)
        {
            var isHeard = brought!.GetValueOrDefault((endpoint.Bot, endpoint.Id)) is { } sender && sender.LastAt > time.GetUtcNow() - Lately;
            await KeepAsync(endpoint, isHeard && result.Code is ("webhook-absent" or "webhook-elsewhere") ? result with { Code = ProbeResult.Ok } : result, cancel);
        }

        await ForgetAsync([.. endpoints.All.Where(CanProbe).Select(endpoint => endpoint.Id)], cancel);
        return found.Length > 0;
    }

    private async Task<ProbeResult> ProbeAsync(ChannelEndpoint endpoint, CancellationToken cancel)
    {
        try
        {
            return await _probes[endpoint.Kind].ProbeAsync(endpoint, cancel);
        }
        catch (ProbeFault fault)
        {
            return new ProbeResult(fault.Code);
        }
    }

    private async Task KeepAsync(ChannelEndpoint endpoint, ProbeResult result, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var row = await db.Set<ProbeRow>().SingleOrDefaultAsync(found => found.Endpoint == endpoint.Id, cancel);
        if (row is null)
        {
            db.Add(row = new ProbeRow { Endpoint = endpoint.Id });
        }

        var now = time.GetUtcNow();
        var isSame = row.Code == result.Code;
        (row.At, row.Code, row.Detail, row.Pending) = (now, result.Code, Clean(result.Detail, endpoint), result.Pending);
        row.Since = isSame ? row.Since : now;
        row.LastGoodAt = result.IsGood ? now : row.LastGoodAt;
        row.IsTold = await tell.HandleAsync(endpoint, row, result, isSame, cancel);
        await db.SaveChangesAsync(cancel);
    }

    private async Task ForgetAsync(IReadOnlyCollection<string> known, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        db.RemoveRange(await db.Set<ProbeRow>().Where(row => !known.Contains(row.Endpoint)).ToListAsync(cancel));
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>The service's words, cut, and without anything the endpoint keeps secret.</summary>
    private static string? Clean(string? detail, ChannelEndpoint endpoint)
    {
        foreach (var secret in endpoint.Members.Values.Where(value => value.Length >= 6))
        {
            detail = detail?.Replace(secret, "***", StringComparison.Ordinal);
        }

        return detail is { Length: > LongestDetail } ? detail[..LongestDetail] : detail;
    }
}
