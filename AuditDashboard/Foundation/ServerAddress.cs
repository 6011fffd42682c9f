using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace AuditDashboard.Foundation;

/// <summary>Where a person at this machine can open the application.</summary>
public static class ServerAddress
{
    /// <summary>The first address the server listens on, any-address written as localhost, without a trailing slash. Known once it listens.</summary>
    public static string Of(IServer server)
    {
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var address = addresses.FirstOrDefault() ?? "http://localhost:5080";
        foreach (var any in new[] { "//+", "//*", "//[::]", "//0.0.0.0" })
        {
            address = address.Replace(any, "//localhost", StringComparison.Ordinal);
        }

        return address.TrimEnd('/');
    }
}
