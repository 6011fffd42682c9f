using System.Net;
using System.Text;
using System.Text.Json;
using AuditDashboard.Channels.Connect;
using AuditDashboard.Channels.Endpoints;
using AuditDashboard.Channels.Hooks;
using AuditDashboard.Channels.Max;

namespace AuditDashboard.Channels.Probes;

/// <summary>
/// <c>GET /subscriptions</c> of MAX (channels.md section 4.2). MAX unsubscribes a bot whose address failed for eight hours: where ours is missing it is
/// subscribed again at once, with the endpoint's secret.
/// </summary>
internal sealed class MaxProbe(ProbeCall service, PublicAddress addresses) : IChannelProbe
{
    public string Kind => MaxKind.KindName;

    public bool CanProbe(ChannelEndpoint endpoint) => endpoint.Member("BotToken") is not null;

    public async Task<ProbeResult> ProbeAsync(ChannelEndpoint endpoint, CancellationToken cancel)
    {
        using var request = Request(HttpMethod.Get, endpoint);
        var (status, body) = await service.SendAsync(Kind, request, cancel);
        if (status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
        {
            return new ProbeResult("token-revoked");
        }

        if (body.ValueKind != JsonValueKind.Object || !body.TryGetProperty("subscriptions", out var all) || all.ValueKind != JsonValueKind.Array)
        {
            return new ProbeResult("odd");
        }

        return ChannelParts.List(body, "subscriptions").Any(subscription => OurAddress.Is(ChannelText.Of(subscription, "url"), endpoint))
            ? new ProbeResult(ProbeResult.Ok)
            : await SubscribeAsync(endpoint, cancel);
    }

    private async Task<ProbeResult> SubscribeAsync(ChannelEndpoint endpoint, CancellationToken cancel)
    {
        // MAX takes nothing but https on port 443.
        if (addresses.OfEndpoint(endpoint.Id) is not { } address || new Uri(address) is not { Scheme: "https", IsDefaultPort: true } || endpoint.Member(EndpointShape.Secret) is not { } secret)
        {
            return new ProbeResult("address-unknown");
        }

        using var request = Request(HttpMethod.Post, endpoint);
        request.Content = new StringContent(MaxSubscription.Json(address, secret), Encoding.UTF8, "application/json");
        var (_, body) = await service.SendAsync(Kind, request, cancel);
        return ChannelParts.Flag(body, "success") ? new ProbeResult(ProbeResult.Resubscribed) : new ProbeResult("webhook-absent", ChannelText.Of(body, "message"));
    }

    private static HttpRequestMessage Request(HttpMethod method, ChannelEndpoint endpoint)
    {
        var request = new HttpRequestMessage(method, $"{ServiceAddress.Of(endpoint)}/subscriptions");
        request.Headers.TryAddWithoutValidation("Authorization", endpoint.Member("BotToken"));
        return request;
    }
}
