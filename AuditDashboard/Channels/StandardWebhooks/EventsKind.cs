using System.Globalization;
using AuditDashboard.Channels.Hooks;
using AuditDashboard.Ingestion;

namespace AuditDashboard.Channels.StandardWebhooks;

/// <summary>Kind <c>events</c>: bots that sign their calls (Standard Webhooks 1.0.0; cases and codes of standards.md section 1.3).</summary>
internal sealed class EventsKind(EventBody bodies) : IChannelKind
{
    public static readonly string KindName = "events";
    public static readonly string IdHeader = "webhook-id";
    public static readonly string TimestampHeader = "webhook-timestamp";
    public static readonly string SignatureHeader = "webhook-signature";

    private const int MostSignatures = 8;
    private const int MostSecondsOff = 300;

    public string Name => KindName;

    public HookReply? Admit(HookCall call)
    {
        if (!HttpMethods.IsPost(call.Request.Method))
        {
            return HookReply.Refused("method");
        }

        if (call.Header(IdHeader) is not { Length: > 0 and <= 256 } id || id.AsSpan().IndexOfAny(". ,") >= 0 || call.Header(TimestampHeader) is not { } timestamp)
        {
            return HookReply.Refused("header");
        }

        var entries = (call.Header(SignatureHeader) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (entries.Length > MostSignatures)
        {
            return HookReply.Refused("header");
        }

        if (SecondsOf(timestamp) is not { } seconds)
        {
            return HookReply.Refused("bad-signature");
        }

        if (Math.Abs(call.ReceivedAt.ToUnixTimeSeconds() - seconds) > MostSecondsOff)
        {
            return HookReply.Refused("signature-expired");
        }

        return Signature.Matches(entries, call.Endpoint.Secrets(call.ReceivedAt), id, timestamp, call.Bytes.Span) ? null : HookReply.Refused("bad-signature");
    }

    public ValueTask<Translation> TranslateAsync(HookCall call, CancellationToken cancel)
    {
        var sentAt = DateTimeOffset.FromUnixTimeSeconds(SecondsOf(call.Header(TimestampHeader)!)!.Value);
        var offered = bodies.ReadSigned(call.Request, call.Text, call.Endpoint.Branch, call.Header(IdHeader)!, sentAt);
        return ValueTask.FromResult(offered.Succeeded ? new Translation(offered.Value) : Translation.NotRead(offered.Refusal.Code));
    }

    public HookReply Answer(HookOutcome outcome) =>
        outcome.Unreadable is { } code ? HookReply.Refused(code) : HookReply.Of(outcome.Receipt);

    /// <summary>Only plain digits, at most eleven: the signature covers the text, so there must be one way to write it.</summary>
    private static long? SecondsOf(string timestamp) =>
        timestamp.Length <= 11 && long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : null;
}
