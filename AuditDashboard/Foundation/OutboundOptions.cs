namespace AuditDashboard.Foundation;

/// <summary>Where the application may call (http-api.md section 1).</summary>
public sealed class OutboundOptions
{
    public const string Section = "Outbound";

    /// <summary>True lets base addresses of outgoing services point at this machine and at private networks: relays, proxies, emulators.</summary>
    public bool AllowPrivateNetworks { get; set; }
}
