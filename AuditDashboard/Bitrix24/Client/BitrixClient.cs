using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AuditDashboard.Bitrix24.Portal;
using AuditDashboard.Foundation;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Bitrix24.Client;

/// <summary>
/// Posts one call and judges the answer (bitrix24.md sections 1 and 2). Nothing is repeated here: a write that was cut off may have been done. No
/// exception leaves it, since its message could carry the address, which is the credential.
/// </summary>
internal sealed class BitrixClient(IOptions<OutboundOptions> outbound, TimeProvider time) : IDisposable
{
    private const int MostBytes = 8 * 1024 * 1024;

    // The portal cuts a call after 60 s.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(70);
    private static readonly ProductInfoHeaderValue Agent = new("AuditDashboard", "1.0");

    private readonly HttpMessageInvoker _portal = OutboundConnections.Make(
        address => !outbound.Value.AllowPrivateNetworks && PrivateNetworks.Contain(address), viaProxy: true);

    /// <param name="moved">Told where the portal lives now, once it has answered there.</param>
    public async Task<BitrixAnswer> CallAsync(WebhookAddress address, string method, JsonObject asked, Action<WebhookAddress> moved, CancellationToken cancel)
    {
        var began = time.GetTimestamp();
        var body = asked.ToJsonString();
        var (answer, place) = await SendAsync(address, method, body, cancel);
        if (place is not null)
        {
            // A redirect is no execution: the same call is posted again, with its body, to a host that is known to be a portal.
            if (address.MovedTo(place, outbound.Value.AllowPrivateNetworks) is not { } there)
            {
                return BitrixAnswer.Failed(AnswerKind.Blocked, "moved") with { Took = time.GetElapsedTime(began) };
            }

            (answer, place) = await SendAsync(there, method, body, cancel);
            if (place is null && answer.Status != 0)
            {
                moved(there);
            }
        }

        answer = place is null ? answer : BitrixAnswer.Failed(AnswerKind.Blocked, "moved");
        return answer with { Words = address.Mask(answer.Words), Took = time.GetElapsedTime(began) };
    }

    public void Dispose() => _portal.Dispose();

    private async Task<(BitrixAnswer Answer, Uri? Place)> SendAsync(WebhookAddress address, string method, string body, CancellationToken cancel)
    {
        using var late = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, late.Token);
        using var request = new HttpRequestMessage(HttpMethod.Post, address.Of(method)) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.UserAgent.Add(Agent);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        try
        {
            using var answer = await _portal.SendAsync(request, either.Token);
            if (answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.MovedPermanently or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect
                && answer.Headers.Location is { } place)
            {
                return (BitrixAnswer.Failed(AnswerKind.Ambiguous, "moved"), new Uri(address.Origin, place));
            }

            return (Judge(answer, await ReadAsync(answer, either.Token)), null);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException)
        {
            return (BitrixAnswer.Failed(AnswerKind.Ambiguous, "timeout"), null);
        }
        catch (HttpRequestException problem) when (problem.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError)
        {
            return (BitrixAnswer.Failed(AnswerKind.Unreachable, problem.HttpRequestError == HttpRequestError.SecureConnectionError ? "certificate" : "unreachable"), null);
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException)
        {
            return (BitrixAnswer.Failed(AnswerKind.Ambiguous, "cut"), null);
        }
    }

    private static BitrixAnswer Judge(HttpResponseMessage answer, byte[] bytes)
    {
        var status = (int)answer.StatusCode;
        var body = Parse(bytes);
        var (kind, code, words) = AnswerClass.Of(status, body);
        var timing = body.Member("time");
        return new BitrixAnswer(kind, code, words, status, body.Member("result"))
        {
            Next = body.Member("next").ValueKind == JsonValueKind.Undefined ? null : body.Member("next").Id(),
            Operating = timing.Member("operating").Number(),
            OperatingResetAt = timing.Member("operating_reset_at").UnixMoment(),
            PortalTime = timing.Member("date_finish").Moment(),
            RetryAfter = answer.Headers.RetryAfter?.Delta,
            Digest = DedupeKey.Digest(bytes, 64),
        };
    }

    /// <summary>Whatever the type says; what is no JSON is nothing.</summary>
    private static JsonElement Parse(byte[] bytes)
    {
        try
        {
            return JsonElement.Parse(bytes);
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private static async Task<byte[]> ReadAsync(HttpResponseMessage answer, CancellationToken cancel)
    {
        await using var stream = await answer.Content.ReadAsStreamAsync(cancel);
        using var bytes = new MemoryStream();
        var part = new byte[16 * 1024];
        for (int count; bytes.Length < MostBytes && (count = await stream.ReadAsync(part, cancel)) > 0;)
        {
            bytes.Write(part, 0, count);
        }

        return bytes.ToArray();
    }
}
