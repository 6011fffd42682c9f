using System.Net;
using AuditDashboard.Foundation;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Relay.Passing;

/// <summary>
/// The services behind the relays. Private networks only with <c>Outbound:AllowPrivateNetworks</c>; the proxy of the environment counts
/// (<c>HTTPS_PROXY</c>), because Telegram is often reached no other way.
/// </summary>
internal sealed class Upstream(IOptions<OutboundOptions> outbound) : IDisposable
{
    private readonly HttpMessageInvoker _services =
        OutboundConnections.Make(address => !outbound.Value.AllowPrivateNetworks && PrivateNetworks.Contain(address), viaProxy: true);

    /// <summary>Passes a call on; done when the head of the answer is there.</summary>
    /// <param name="glimpse">Sees the body of the call as it passes.</param>
    /// <param name="ours">Headers that were meant for us and go no further.</param>
    public Task<HttpResponseMessage> SendAsync(HttpRequest request, Uri target, Glimpse glimpse, Quiet quiet, IReadOnlySet<string>? ours = null)
    {
        var features = request.HttpContext.Features;
        if (features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            // How much is too much is for the service to say.
            limit.MaxRequestBodySize = null;
        }

        if (features.Get<IStatusCodePagesFeature>() is { } pages)
        {
            pages.Enabled = false;
        }

        var message = new HttpRequestMessage(new HttpMethod(request.Method), target) { Version = HttpVersion.Version11 };
        if (request.ContentLength is not null || features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == true)
        {
            message.Content = new PassedBody(request, glimpse, quiet);
        }

        PassedHeaders.Copy(request, message, ours);
        return _services.SendAsync(message, quiet.Token);
    }

    public void Dispose() => _services.Dispose();
}
