using System.Collections.Concurrent;
using System.Globalization;
using AuditDashboard.Channels.Endpoints;
using AuditDashboard.Events;
using AuditDashboard.Foundation;

namespace AuditDashboard.Channels.Sending;

/// <summary>Puts into the log as <c>channel.warning</c> that an endpoint cannot send until a person acts: once a day for each reason. Never throws.</summary>
internal sealed partial class TellTrouble(IEventLog log, TimeProvider time, ILogger<TellTrouble> logger)
{
    private readonly ConcurrentDictionary<(string Endpoint, string Code), DateOnly> _told = new();

    /// <param name="channel">The messenger clients cannot be reached by.</param>
    public async Task HandleAsync(ChannelEndpoint endpoint, string channel, string code)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        if (_told.TryGetValue((endpoint.Id, code), out var day) && day == today)
        {
            return;
        }

        var warning = OwnEvent.Found(
            EventTypes.ChannelWarning, DedupeKey.Of("sending", endpoint.Id, code, today.ToString("yyyyMMdd", CultureInfo.InvariantCulture)), channel, time,
            new Dictionary<string, string?> { ["reason"] = "sending", ["code"] = code, ["bot"] = endpoint.Bot, ["endpoint"] = endpoint.Id });
        try
        {
            // Whoever sends may be stopping; the warning is worth a moment of the log's time even then.
            if ((await log.AppendAsync([warning], CancellationToken.None)).Succeeded)
            {
                _told[(endpoint.Id, code)] = today;
            }
        }
        catch (Exception problem)
        {
            LogNotTold(problem, endpoint.Id);
        }
    }

    [LoggerMessage(EventId = 2232, Level = LogLevel.Error, Message = "Endpoint {EndpointId} cannot send, and that could not be put into the log")]
    private partial void LogNotTold(Exception problem, string endpointId);
}
