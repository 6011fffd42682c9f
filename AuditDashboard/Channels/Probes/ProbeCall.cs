using System.Net;
using System.Security.Authentication;
using System.Text.Json;
using AuditDashboard.Channels.Endpoints;

namespace AuditDashboard.Channels.Probes;

/// <summary>Calls a channel's service for a probe: ten seconds, no redirects, at most 256 KiB, and never a word of it in the log.</summary>
internal sealed class ProbeCall(ServiceConnections connections, TimeProvider time)
{
    private const int MostBytes = 256 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Status and body; the body is default where it is no JSON object.</summary>
    /// <exception cref="ProbeFault"><c>timeout</c>, <c>unreachable</c>, <c>certificate</c>, <c>down</c> (5xx), <c>limited</c> (429), <c>odd</c> (a page instead of an answer).</exception>
    public async Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(string kind, HttpRequestMessage request, CancellationToken cancel)
    {
        using var late = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, late.Token);
        try
        {
            using var answer = await connections.Of(kind).SendAsync(request, either.Token);
            var body = await ReadAsync(answer, either.Token);
            return ((int)answer.StatusCode, body) switch
            {
                (429, _) => throw new ProbeFault("limited"),
                ( >= 500, _) => throw new ProbeFault("down"),
                ( < 300, { ValueKind: not JsonValueKind.Object }) => throw new ProbeFault("odd"),
                _ => (answer.StatusCode, body),
            };
        }
        catch (Exception) when (late.IsCancellationRequested && !cancel.IsCancellationRequested)
        {
            throw new ProbeFault("timeout");
        }
        catch (HttpRequestException problem) when (problem.InnerException is AuthenticationException)
        {
            throw new ProbeFault("certificate");
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException or UriFormatException)
        {
            throw new ProbeFault("unreachable");
        }
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer, CancellationToken cancel)
    {
        await using var stream = await answer.Content.ReadAsStreamAsync(cancel);
        var bytes = new byte[MostBytes];
        var count = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancel);
        try
        {
            return count == bytes.Length ? default : JsonElement.Parse(bytes.AsSpan(0, count));
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
