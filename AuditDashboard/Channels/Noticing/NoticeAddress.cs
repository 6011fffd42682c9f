using AuditDashboard.Channels.Endpoints;
using AuditDashboard.Channels.Forwarding;
using AuditDashboard.Channels.StandardWebhooks;

namespace AuditDashboard.Channels.Noticing;

/// <summary>An endpoint's <c>NoticeUrl</c>: where its bot wants to be told things. Only endpoints that sign (kind <c>events</c>) have one.</summary>
internal static class NoticeAddress
{
    public static readonly string Member = "NoticeUrl";

    public static bool IsUsable(string address) => ForwardAddress.IsUsable(address);

    /// <summary>Null where the bot is told nothing, or nothing could be signed.</summary>
    public static Uri? Of(ChannelEndpoint endpoint) =>
        endpoint.Kind == EventsKind.KindName && endpoint.Member(Member) is { } address && IsUsable(address) && Signature.KeyOf(endpoint.Member(EndpointShape.Secret)) is not null
            ? new Uri(address)
            : null;

    /// <summary>Host and port for a page (the path may be secret); null where the bot is told nothing.</summary>
    public static string? HostOf(ChannelEndpoint endpoint) => Of(endpoint)?.Authority;
}
