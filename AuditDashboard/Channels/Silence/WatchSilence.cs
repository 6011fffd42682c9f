using System.Globalization;
using AuditDashboard.Channels.Endpoints;
using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Channels.Silence;

/// <summary>
/// K17's silence alarm: one <c>channel.warning</c> an outage. A sweep that may run as often as it likes: what has been told lies in a table, and the
/// event's id names the outage.
/// </summary>
internal sealed partial class WatchSilence(
    FlowsQuery flows, IChannelEndpoints endpoints, IEventLog log, IDbContextFactory<AuditDbContext> databases, TimeProvider time, ILogger<WatchSilence> logger)
{
    private readonly DateTimeOffset _started = time.GetUtcNow();
    private readonly Dictionary<string, DateTimeOffset> _pausedAt = [];

    /// <summary>True when a source has fallen silent or is heard again.</summary>
    public async Task<bool> HandleAsync(CancellationToken cancel)
    {
        NotePauses();
        await using var db = await databases.CreateDbContextAsync(cancel);
        var told = await db.Set<SilenceRow>().ToListAsync(cancel);
        var all = await flows.RunAsync(cancel);
        foreach (var row in told.Where(row => IsOver(row, all)).ToList())
        {
            told.Remove(row);
            db.Remove(row);
        }

        foreach (var flow in all.Where(flow => IsListenedTo(flow.Source.Endpoint) && !told.Exists(row => Of(row) == flow.Source)))
        {
            if (await JudgeAsync(flow, cancel) is { } row)
            {
                db.Add(row);
            }
        }

        return await db.SaveChangesAsync(cancel) > 0;
    }

    private async Task<SilenceRow?> JudgeAsync(SourceFlow flow, CancellationToken cancel)
    {
        // Nobody could be heard while we were away, or while the owner had paused the endpoint.
        var listening = _pausedAt.TryGetValue(flow.Source.Endpoint, out var paused) ? paused : _started;
        var since = flow.LastAt > listening ? flow.LastAt : listening;
        if (flow.Expectation.Over(since, time.GetUtcNow()) is not { } expected || !Expectation.IsSilence(expected))
        {
            return null;
        }

        var (bot, endpoint, channel) = flow.Source;
        var outage = since.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var warning = OwnEvent.Found(
            EventTypes.ChannelWarning, DedupeKey.Of("silence", endpoint, bot, channel, outage), channel.Length == 0 ? null : channel, time,
            new Dictionary<string, string?>
            {
                ["reason"] = "silence", ["bot"] = bot, ["endpoint"] = endpoint.Length == 0 ? null : endpoint, ["since"] = since.ToString("O", CultureInfo.InvariantCulture),
                ["expected"] = expected.ToString("0.##", CultureInfo.InvariantCulture),
            });
        if (!(await log.AppendAsync([warning], cancel)).Succeeded)
        {
            return null;
        }

        LogSilence(bot, endpoint, channel, expected);
        return new SilenceRow { Bot = bot, Endpoint = endpoint, Channel = channel, Since = since, NoticedAt = time.GetUtcNow(), ExpectedHundredths = (int)Math.Round(expected * 100) };
    }

    private void NotePauses()
    {
        foreach (var endpoint in endpoints.All.Where(endpoint => endpoint.IsPaused))
        {
            _pausedAt[endpoint.Id] = time.GetUtcNow();
        }
    }

    private bool IsOver(SilenceRow row, IReadOnlyList<SourceFlow> all) =>
        !IsListenedTo(row.Endpoint) || all.FirstOrDefault(flow => flow.Source == Of(row)) is not { } flow || flow.LastAt > row.Since;

    private bool IsListenedTo(string endpointId) => endpointId.Length == 0 || endpoints.Find(endpointId) is { IsPaused: false };

    private static Source Of(SilenceRow row) => new(row.Bot, row.Endpoint, row.Channel);

    [LoggerMessage(EventId = 2220, Level = LogLevel.Warning, Message = "Bot {Bot} at endpoint {EndpointId} is silent in channel {Channel}: {Expected} sessions were expected and none came")]
    private partial void LogSilence(string bot, string endpointId, string channel, double expected);
}
