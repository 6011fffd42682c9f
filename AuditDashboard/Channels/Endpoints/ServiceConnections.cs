using System.Security.Cryptography.X509Certificates;
using AuditDashboard.Channels.Max;
using AuditDashboard.Foundation;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Channels.Endpoints;

/// <summary>
/// Connections to the services of channels. Private networks only with <c>Outbound:AllowPrivateNetworks</c>; the proxy of the environment counts
/// (<c>HTTPS_PROXY</c>). MAX has its own where the operator named the certificates it is believed by.
/// </summary>
internal sealed class ServiceConnections(IOptions<OutboundOptions> outbound, IOptions<MaxOptions> max) : IDisposable
{
    private readonly HttpMessageInvoker _services = Make(outbound.Value, null);
    private readonly HttpMessageInvoker? _max = max.Value.Roots() is { } roots ? Make(outbound.Value, roots) : null;

    public HttpMessageInvoker Of(string kind) => kind == MaxKind.KindName ? _max ?? _services : _services;

    public void Dispose()
    {
        _services.Dispose();
        _max?.Dispose();
    }

    private static HttpMessageInvoker Make(OutboundOptions outbound, X509Certificate2Collection? trusted) =>
        OutboundConnections.Make(address => !outbound.AllowPrivateNetworks && PrivateNetworks.Contain(address), viaProxy: true, trusted);
}
