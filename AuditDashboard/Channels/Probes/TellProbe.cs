using System.Globalization;
using AuditDashboard.Channels.Endpoints;
using AuditDashboard.Events;
using AuditDashboard.Foundation;

namespace AuditDashboard.Channels.Probes;

/// <summary>Puts an outage that a probe found into the log as <c>channel.warning</c>, once; what may pass by itself only when it was found twice.</summary>
internal sealed partial class TellProbe(IEventLog log, TimeProvider time, ILogger<TellProbe> logger)
{
    /// <summary>Whether this outage is told now.</summary>
    /// <param name="isRepeat">The probe before found the same.</param>
    public async Task<bool> HandleAsync(ChannelEndpoint endpoint, ProbeRow row, ProbeResult result, bool isRepeat, CancellationToken cancel)
    {
        if (result.Code == ProbeResult.Ok)
        {
            return false;
        }

        // An outage that changes its face (down, then a timeout) is still the one that was told.
        if (row.IsTold && result.Code != ProbeResult.Resubscribed)
        {
            return true;
        }

        if (result.MayPass && !isRepeat)
        {
            return false;
        }

        var warning = OwnEvent.Found(
            EventTypes.ChannelWarning, DedupeKey.Of("probe", endpoint.Id, result.Code, row.Since.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
            ChannelOf(endpoint.Kind), time,
            new Dictionary<string, string?> { ["reason"] = "probe", ["code"] = result.Code, ["bot"] = endpoint.Bot, ["endpoint"] = endpoint.Id, ["detail"] = row.Detail });
        LogFound(endpoint.Id, result.Code);
        return (await log.AppendAsync([warning], cancel)).Succeeded;
    }

    /// <summary>A gateway serves more than one channel.</summary>
    private static string? ChannelOf(string kind) => kind == "greenapi" ? null : kind;

    [LoggerMessage(EventId = 2221, Level = LogLevel.Warning, Message = "Endpoint {EndpointId} is in trouble at its service: {Trouble}")]
    private partial void LogFound(string endpointId, string trouble);
}
