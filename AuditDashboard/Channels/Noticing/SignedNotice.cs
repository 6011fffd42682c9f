using System.Globalization;
using System.Net.Http.Headers;
using AuditDashboard.Channels.Endpoints;
using AuditDashboard.Channels.StandardWebhooks;

namespace AuditDashboard.Channels.Noticing;

/// <summary>Makes the signed request of one try (standards.md section 1.1).</summary>
internal static class SignedNotice
{
    /// <summary>One v1 entry for every secret that counts at this moment: while a secret is being changed, a bot with either verifies it.</summary>
    public static HttpRequestMessage Of(ChannelEndpoint endpoint, Uri target, string noticeId, ReadOnlyMemory<byte> body, DateTimeOffset now)
    {
        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signatures = endpoint.Secrets(now).Select(Signature.KeyOf).OfType<byte[]>().Select(key => Signature.Entry(key, noticeId, timestamp, body.Span));
        var request = new HttpRequestMessage(HttpMethod.Post, target) { Content = new ReadOnlyMemoryContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add(EventsKind.IdHeader, noticeId);
        request.Headers.Add(EventsKind.TimestampHeader, timestamp);
        request.Headers.Add(EventsKind.SignatureHeader, string.Join(' ', signatures));
        return request;
    }
}
