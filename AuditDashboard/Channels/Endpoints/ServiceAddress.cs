namespace AuditDashboard.Channels.Endpoints;

/// <summary>Where the services of channels are called: an endpoint's own <c>ApiBaseUrl</c> (a relay, a proxy, an emulator), else the service's address.</summary>
internal static class ServiceAddress
{
    // Our own relay is for bots. Calling through it would log our messages a second time as the bot's, and the relay, which calls the endpoint's address too,
    // would call itself without end. People enter it because the page of relays shows it.
    private const string OwnRelay = "/relay/telegram";

    private static readonly Dictionary<string, string> Defaults = new(StringComparer.OrdinalIgnoreCase)
    {
        ["telegram"] = "https://api.telegram.org", ["max"] = "https://platform-api2.max.ru", ["vk"] = "https://api.vk.ru",
        ["greenapi"] = "https://api.green-api.com", ["wazzup"] = "https://api.wazzup24.com", ["whatsapp"] = "https://graph.facebook.com",
        ["instagram"] = "https://graph.instagram.com", ["yclients"] = "https://api.yclients.com",
    };

    public static string Of(ChannelEndpoint endpoint) => Of(endpoint.Kind, endpoint.Member(EndpointShape.ApiBaseUrl));

    /// <summary>Without a slash at the end; empty for a kind that is never called. An address that is our own relay's counts as none.</summary>
    public static string Of(string kind, string? own) =>
        own?.TrimEnd('/') is { Length: > 0 } given && !given.EndsWith(OwnRelay, StringComparison.OrdinalIgnoreCase) ? given : Defaults.GetValueOrDefault(kind, "");
}
