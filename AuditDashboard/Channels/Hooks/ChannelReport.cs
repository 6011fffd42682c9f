using AuditDashboard.Events;

namespace AuditDashboard.Channels.Hooks;

/// <summary>What a channel tells about itself and about messages sent through it.</summary>
internal static class ChannelReport
{
    /// <summary>
    /// What became of a sent message: <c>delivery.*</c>, with the message's id in both <c>externalId</c> and <c>inReplyTo</c> (a failure is matched by the
    /// latter). Reports come in any order; ranking them is for who reads them. A word nobody knows is kept as <c>other</c>.
    /// </summary>
    /// <param name="status">sent | delivered | read | failed, as the contracts write them; <c>error</c> is Wazzup's word for failed.</param>
    /// <param name="code">The channel's own code of the failure.</param>
    public static ChannelEvent Delivery(ChannelEvent plain, string? status, string? messageId, object? code = null, string? reason = null)
    {
        var type = status switch
        {
            "sent" => "delivery.sent",
            "delivered" => "delivery.delivered",
            "read" => "delivery.read",
            "failed" or "error" => EventTypes.DeliveryFailed,
            _ => null,
        };
        var report = plain with { Actor = "system", ExternalId = messageId, InReplyTo = messageId };
        return type is null
            ? Other(report, "status").Add(("status", status))
            : (report with { Type = type }).Add(("code", code), ("reason", reason));
    }

    /// <summary>Something an owner must know: the channel is down, a template was refused. The text is the channel's own word for it.</summary>
    public static ChannelEvent Alarm(ChannelEvent plain, string? text) => plain with { Type = "channel.warning", Actor = "system", Text = text };

    /// <summary>Kept, and not understood or of no use.</summary>
    public static ChannelEvent Other(ChannelEvent plain, string? kind) =>
        (plain with { Type = "other" }).Add(("kind", kind is { Length: > 0 and <= 64 } ? kind : "unknown"));
}
