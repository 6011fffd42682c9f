using AuditDashboard.Access;
using AuditDashboard.Channels.Arrivals;
using AuditDashboard.Channels.Endpoints;
using AuditDashboard.Channels.Forwarding;
using AuditDashboard.Channels.Health;
using AuditDashboard.Channels.Noticing;
using AuditDashboard.Foundation;
using AuditDashboard.Ingestion;
using static AuditDashboard.Ingestion.RefusedCalls;

namespace AuditDashboard.Channels.Connect;

/// <summary>Reads what is connected; "today" is the salon's.</summary>
internal sealed class ConnectionsQuery(
    IChannelEndpoints endpoints, IBotKeys keys, IBranchList branches, SenderQueries senders, RefusedCalls refused, SalonClock clock)
{
    private static readonly Caller[] Strange = [Caller.UnknownKey, Caller.UnknownEndpoint];

    public async Task<Connections> RunAsync(CancellationToken cancel)
    {
        var today = clock.StartOf(clock.Today);
        var brought = await senders.Arrivals.RunAsync(today, cancel);
        var health = await senders.Health.RunAsync(cancel);
        var byKey = (await keys.ListAsync(cancel)).GroupBy(key => key.Bot, StringComparer.Ordinal)
            .Select(bot => Of(bot.Key, [.. bot], brought.GetValueOrDefault((bot.Key, "")), today) with { Health = health.GetValueOrDefault((bot.Key, ""), ConnectionHealth.Unknown) });
        var byEndpoint = endpoints.All.Select(endpoint => Of(endpoint, brought.GetValueOrDefault((endpoint.Bot, endpoint.Id)), today) with { Health = health.GetValueOrDefault((endpoint.Bot, endpoint.Id), ConnectionHealth.Unknown) });
        return new Connections(
            [.. byKey.Concat(byEndpoint).OrderBy(connection => connection.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(connection => connection.Kind, StringComparer.Ordinal)],
            Strange.Sum(caller => refused.Count(caller, today)),
            Last(Strange, today)?.At);
    }

    private Connection Of(string bot, IReadOnlyList<IBotKeys.Line> lines, SenderArrivals? brought, DateTimeOffset today)
    {
        Caller[] callers = [.. lines.Select(line => new Caller(null, line.Id))];
        var branch = lines.Select(line => line.Branch).Distinct().ToList() is [{ } only] ? NameOf(only) : null;
        return new Connection(
            Connection.ByKey, null, bot, bot, branch, lines, brought?.LastSeq ?? 0, brought?.LastAt, brought?.Since ?? 0, brought?.Hours ?? [],
            callers.Sum(caller => refused.Count(caller, today)), Last(callers, today), IsPaused: false, OldSecretUntil: null, ConnectionHealth.Unknown);
    }

    private Connection Of(ChannelEndpoint endpoint, SenderArrivals? brought, DateTimeOffset today)
    {
        var caller = new Caller(endpoint.Id, null);
        return new Connection(
            endpoint.Kind, endpoint.Id, endpoint.Bot, endpoint.Name, NameOf(endpoint.Branch), [], brought?.LastSeq ?? 0, brought?.LastAt, brought?.Since ?? 0,
            brought?.Hours ?? [], refused.Count(caller, today), Last([caller], today), endpoint.IsPaused,
            endpoint.OldSecretUntil > clock.Now ? endpoint.OldSecretUntil : null, ConnectionHealth.Unknown) { ForwardsTo = ForwardAddress.HostOf(endpoint), NoticesTo = NoticeAddress.HostOf(endpoint) };
    }

    private Refused? Last(IEnumerable<Caller> callers, DateTimeOffset since) => refused.Latest(callers, since) is [var last, ..] ? last : null;

    private string? NameOf(string? code) => code is null ? null : branches.All.FirstOrDefault(branch => branch.Code == code).Name ?? code;
}
