using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using AuditDashboard.Channels.Hooks;
using AuditDashboard.Foundation;

namespace AuditDashboard.Channels.Meta;

/// <summary>Meta's two ways to call, the same for WhatsApp and Instagram (channels.md sections 2.1, 2.2 and 3): the subscription check by GET, signed notices by POST.</summary>
internal static class MetaAdmission
{
    public static readonly string SignatureHeader = "X-Hub-Signature-256";

    private const string Scheme = "sha256=";
    private const int LongestChallenge = 256;

    public static HookReply? Judge(HookCall call) => call.Request.Method switch
    {
        "GET" => Handshake(call),
        "POST" => IsSigned(call) ? null : HookReply.Refused("bad-signature"),
        _ => HookReply.Refused("method"),
    };

    /// <summary>The challenge and nothing else, to who knows the verification token.</summary>
    private static HookReply Handshake(HookCall call)
    {
        var knows = Secrets.Same(Query(call, "hub.verify_token"), call.Endpoint.Member("VerifyToken"));
        return knows && Query(call, "hub.mode") == "subscribe" && Query(call, "hub.challenge") is { Length: > 0 and <= LongestChallenge } challenge
            ? HookReply.Exactly(challenge)
            : HookReply.Refused("handshake");
    }

    /// <summary>HMAC-SHA256 over the bytes as they came: Meta escapes what another writer would not.</summary>
    private static bool IsSigned(HookCall call)
    {
        var offered = new byte[SHA256.HashSizeInBytes];
        if (call.Endpoint.Member("AppSecret") is not { } secret || call.Header(SignatureHeader) is not { } header
            || !header.StartsWith(Scheme, StringComparison.Ordinal) || header.Length != Scheme.Length + 2 * offered.Length
            || Convert.FromHexString(header.AsSpan(Scheme.Length), offered, out _, out _) != OperationStatus.Done)
        {
            return false;
        }

        return CryptographicOperations.FixedTimeEquals(offered, HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), call.Bytes.Span));
    }

    private static string? Query(HookCall call, string name) => call.Request.Query[name] is [{ } one] ? one : null;
}
