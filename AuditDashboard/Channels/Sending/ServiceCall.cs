using System.Net.Http.Headers;
using System.Security.Authentication;
using System.Text.Json;
using AuditDashboard.Channels.Endpoints;
using AuditDashboard.Channels.Hooks;
using AuditDashboard.Foundation;

namespace AuditDashboard.Channels.Sending;

/// <summary>
/// Makes one call that changes something at a channel's service: no redirects, no repeats, 30 s, at most 256 KiB of answer, and never a word of it in a log
/// or an exception.
/// </summary>
internal sealed class ServiceCall(ServiceConnections connections, TimeProvider time)
{
    private const int MostBytes = 256 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>How long a message on its way is followed once the caller wants to go.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <exception cref="OperationCanceledException">Cancelled before anything was written.</exception>
    public async Task<ServiceAnswer> SendAsync(string kind, HttpRequestMessage request, WatchedContent content, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        request.Content = content;
        using var late = new CancellationTokenSource(Patience, time);
        await using var leaving = cancel.UnsafeRegister(_ => Leave(content, late), null);
        try
        {
            using var answer = await connections.Of(kind).SendAsync(request, late.Token);
            var body = await ReadAsync(answer, late.Token);
            return new ServiceAnswer((int)answer.StatusCode, body, Wait(answer.Headers.RetryAfter), null);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested && !content.HasBegun)
        {
            throw new OperationCanceledException(cancel);
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException or OperationCanceledException)
        {
            return ServiceAnswer.Of(Judge(problem, content.HasBegun));
        }
    }

    private static void Leave(WatchedContent content, CancellationTokenSource late)
    {
        if (content.HasBegun)
        {
            late.CancelAfter(Grace);
        }
        else
        {
            late.Cancel();
        }
    }

    /// <summary>Until the first byte of the body is written the service cannot have acted; after it, everything is open.</summary>
    private static Verdict Judge(Exception problem, bool hasBegun) => (hasBegun, problem) switch
    {
        (true, OperationCanceledException) => Verdict.Uncertain("timeout"),
        (true, _) => Verdict.Uncertain("connection-lost"),
        (_, OperationCanceledException) => Verdict.Later("connect-timeout"),
        (_, PrivateNetworkException or HttpRequestException { InnerException: PrivateNetworkException }) => Verdict.Misconfigured("private-network"),
        (_, HttpRequestException { InnerException: AuthenticationException }) => Verdict.Misconfigured("certificate"),
        (_, HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError }) => Verdict.Later("name-not-found"),
        _ => Verdict.Later("unreachable"),
    };

    private static TimeSpan? Wait(RetryConditionHeaderValue? header) => header?.Delta is { } wait && wait > TimeSpan.Zero ? wait : null;

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer, CancellationToken cancel)
    {
        await using var stream = await answer.Content.ReadAsStreamAsync(cancel);
        var bytes = new byte[MostBytes];
        var count = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancel);
        return count == bytes.Length ? default : ChannelText.Object(bytes.AsMemory(0, count)) ?? default;
    }
}
