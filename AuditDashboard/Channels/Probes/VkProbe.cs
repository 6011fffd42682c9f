using System.Text.Json;
using AuditDashboard.Channels.Endpoints;
using AuditDashboard.Channels.Hooks;
using AuditDashboard.Channels.Vk;

namespace AuditDashboard.Channels.Probes;

/// <summary><c>groups.getCallbackServers</c> of VK (channels.md section 5): whether our server is still there, confirmed, and not switched off after failures. Errors come with 200.</summary>
internal sealed class VkProbe(ProbeCall service) : IChannelProbe
{
    public string Kind => VkKind.KindName;

    public bool CanProbe(ChannelEndpoint endpoint) => endpoint.Member("AccessToken") is not null && endpoint.Member("GroupId") is not null;

    public async Task<ProbeResult> ProbeAsync(ChannelEndpoint endpoint, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{ServiceAddress.Of(endpoint)}/method/groups.getCallbackServers");
        request.Content = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["group_id"] = endpoint.Member("GroupId")!, ["access_token"] = endpoint.Member("AccessToken")!, ["v"] = "5.199",
        });
        var (_, body) = await service.SendAsync(Kind, request, cancel);
        if (ChannelText.Part(body, "error") is { ValueKind: JsonValueKind.Object } error)
        {
            return Refused(ChannelText.Number(error, "error_code"));
        }

        if (ChannelText.Part(body, "response") is not { ValueKind: JsonValueKind.Object } found)
        {
            return new ProbeResult("odd");
        }

        var ours = ChannelParts.List(found, "items").Where(server => OurAddress.Is(ChannelText.Of(server, "url"), endpoint)).ToList();
        return ours is [var server, ..] ? Judge(ChannelText.Of(server, "status")) : new ProbeResult("webhook-absent");
    }

    private static ProbeResult Judge(string? status) => new(status switch
    {
        "ok" => ProbeResult.Ok,
        "failed" => "webhook-disabled",
        "unconfigured" => "webhook-unconfirmed",
        "wait" => "webhook-waiting",
        _ => "odd",
    });

    private static ProbeResult Refused(long? code) => new(code switch
    {
        5 or 27 or 28 => "token-revoked",
        7 or 15 => "token-rights",
        6 or 9 or 29 => "limited",
        1 or 10 => "down",
        _ => "odd",
    });
}
