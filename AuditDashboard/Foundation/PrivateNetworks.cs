using System.Net;
using System.Net.Sockets;

namespace AuditDashboard.Foundation;

/// <summary>Addresses that only a neighbour should call (RFC 6890). Asked about what a name resolved to, so that no spelling of a name gets past.</summary>
public static class PrivateNetworks
{
    private static readonly IPNetwork[] Private =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "172.16.0.0/12", "192.0.0.0/24", "192.168.0.0/16", "198.18.0.0/15", "224.0.0.0/3",
            "::/127", "64:ff9b::/96", "fc00::/7", "ff00::/8",
        }.Select(network => IPNetwork.Parse(network)),
    ];

    private static readonly IPNetwork[] Link = [IPNetwork.Parse("169.254.0.0/16"), IPNetwork.Parse("fe80::/10")];

    /// <summary>This machine, a local network, or nobody's address.</summary>
    public static bool Contain(IPAddress address) => IsIn(Private, address) || IsLinkLocal(address);

    /// <summary>Where clouds keep the credentials of a machine; no bot lives there.</summary>
    public static bool IsLinkLocal(IPAddress address) => IsIn(Link, address);

    private static bool IsIn(IPNetwork[] networks, IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return Array.Exists(networks, network => network.BaseAddress.AddressFamily == plain.AddressFamily && network.Contains(plain))
            || plain.AddressFamily is not (AddressFamily.InterNetwork or AddressFamily.InterNetworkV6);
    }
}
