using System.Net;
using AuditDashboard.Channels.Endpoints;
using AuditDashboard.Channels.Hooks;

namespace AuditDashboard.Channels.Probes;

/// <summary><c>getStateInstance</c> of GREEN-API (channels.md section 6.1): it drives a personal account, which can be signed out or banned at any time.</summary>
internal sealed class GreenApiProbe(ProbeCall service) : IChannelProbe
{
    public string Kind => "greenapi";

    public bool CanProbe(ChannelEndpoint endpoint) => endpoint.Member("InstanceId") is not null && endpoint.Member("ApiToken") is not null;

    public async Task<ProbeResult> ProbeAsync(ChannelEndpoint endpoint, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get, $"{ServiceAddress.Of(endpoint)}/waInstance{endpoint.Member("InstanceId")}/getStateInstance/{endpoint.Member("ApiToken")}");
        var (status, body) = await service.SendAsync(Kind, request, cancel);
        return status switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new ProbeResult("token-revoked"),
            (HttpStatusCode)466 => new ProbeResult("limited"),
            _ => new ProbeResult(ChannelText.Of(body, "stateInstance") switch
            {
                "authorized" => ProbeResult.Ok,
                "notAuthorized" => "state-signed-out",
                "blocked" => "state-blocked",
                "suspended" => "state-suspended",
                "yellowCard" => "state-warned",
                "sleepMode" => "state-asleep",
                "starting" => "state-starting",
                _ => "odd",
            }),
        };
    }
}
