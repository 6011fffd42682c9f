using AuditDashboard.Channels.Endpoints;
using AuditDashboard.Channels.Hooks;

namespace AuditDashboard.Channels.Forwarding;

/// <summary>
/// An endpoint's <c>ForwardUrl</c>: the bot's own webhook (http-api.md section 4). Only the owner's configuration names it, and a bot usually lives on
/// the same machine, so private networks are allowed here; only what is no web address is refused.
/// </summary>
internal static class ForwardAddress
{
    public static readonly string Member = "ForwardUrl";

    public static bool IsUsable(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri.UserInfo.Length == 0 && uri.Fragment.Length == 0;

    /// <summary>Host and port of the bot for a page; null where the endpoint forwards nothing.</summary>
    public static string? HostOf(ChannelEndpoint endpoint) =>
        endpoint.Member(Member) is { } address && IsUsable(address) ? new Uri(address).Authority : null;

    /// <summary>Where this call goes on to: the bot's address, the rest of the path and the query as they came; null where the endpoint forwards nothing.</summary>
    public static Uri? Of(HookCall call)
    {
        if (call.Endpoint.Member(Member) is not { } address || !IsUsable(address))
        {
            return null;
        }

        var target = new Uri(address);
        var path = target.AbsolutePath;
        if (call.Rest.Length > 0)
        {
            path = path.TrimEnd('/') + new PathString("/" + call.Rest).ToUriComponent();
        }

        return new Uri(target.GetLeftPart(UriPartial.Authority) + path + Query(target.Query, call.Request.QueryString.Value));
    }

    private static string Query(string own, string? came) =>
        own.Length > 1 && came?.Length > 1 ? $"{own}&{came[1..]}" : own.Length > 1 ? own : came ?? "";
}
