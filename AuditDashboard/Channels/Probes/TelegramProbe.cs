using System.Net;
using System.Text.Json;
using AuditDashboard.Channels.Endpoints;
using AuditDashboard.Channels.Hooks;
using AuditDashboard.Channels.Telegram;

namespace AuditDashboard.Channels.Probes;

/// <summary><c>getWebhookInfo</c> (channels.md section 1.1): where Telegram calls, what it holds back, and what went wrong last.</summary>
internal sealed class TelegramProbe(ProbeCall service, TimeProvider time) : IChannelProbe
{
    /// <summary>An error older than this was mended: Telegram repeats within two minutes at most.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    public string Kind => TelegramKind.KindName;

    public bool CanProbe(ChannelEndpoint endpoint) => endpoint.Member("BotToken") is not null;

    public async Task<ProbeResult> ProbeAsync(ChannelEndpoint endpoint, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{ServiceAddress.Of(endpoint)}/bot{endpoint.Member("BotToken")}/getWebhookInfo");
        var (status, body) = await service.SendAsync(Kind, request, cancel);
        // A token that was never given out is 404, one that was taken back 401.
        return status is HttpStatusCode.Unauthorized or HttpStatusCode.NotFound ? new ProbeResult("token-revoked")
            : status == HttpStatusCode.Conflict ? new ProbeResult("conflict")
            : ChannelParts.Flag(body, "ok") && ChannelText.Part(body, "result") is { ValueKind: JsonValueKind.Object } found ? Judge(found, endpoint)
            : new ProbeResult("odd");
    }

    private ProbeResult Judge(JsonElement found, ChannelEndpoint endpoint)
    {
        var (url, pending) = (ChannelText.Of(found, "url"), ChannelText.Number(found, "pending_update_count"));
        var failedAt = DateTimeOffset.FromUnixTimeSeconds(ChannelText.Number(found, "last_error_date") ?? 0);
        return url switch
        {
            null or "" => new ProbeResult("webhook-absent", Pending: pending),
            _ when !OurAddress.Is(url, endpoint) => new ProbeResult("webhook-elsewhere", Pending: pending),
            _ when failedAt > time.GetUtcNow() - Fresh => new ProbeResult("webhook-failing", ChannelText.Of(found, "last_error_message"), pending),
            _ => new ProbeResult(ProbeResult.Ok, Pending: pending),
        };
    }
}
