using AuditDashboard.Channels.Endpoints;

namespace AuditDashboard.Channels.Probes;

/// <summary>Whether an address that a service calls is an endpoint's: by its path, because proxies and names of our own change what stands before it.</summary>
internal static class OurAddress
{
    public static bool Is(string? called, ChannelEndpoint endpoint) =>
        Uri.TryCreate(called, UriKind.Absolute, out var address)
        && $"{address.AbsolutePath}/".Contains($"/hooks/{endpoint.Id}/", StringComparison.Ordinal);
}
