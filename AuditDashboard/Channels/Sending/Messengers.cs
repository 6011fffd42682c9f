using AuditDashboard.Channels.Endpoints;

namespace AuditDashboard.Channels.Sending;

/// <summary>Which messenger an account behind a gateway belongs to: the endpoint's member <c>Messenger</c>.</summary>
internal static class Messengers
{
    /// <summary>WhatsApp's business accounts: free text only within 24 h.</summary>
    public static readonly string Waba = "waba";

    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase) { "whatsapp", "telegram", "max", "vk", Waba };

    public static bool IsKnown(string name) => Known.Contains(name);

    /// <summary>The channel; WhatsApp where the endpoint names none.</summary>
    public static string Of(ChannelEndpoint endpoint) =>
        endpoint.Member("Messenger")?.ToLowerInvariant() is { } name && name != Waba && IsKnown(name) ? name : "whatsapp";

    /// <summary>The client must have written within 24 h.</summary>
    public static bool HasWindow(ChannelEndpoint endpoint) => string.Equals(endpoint.Member("Messenger"), Waba, StringComparison.OrdinalIgnoreCase);
}
