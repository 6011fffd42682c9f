using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace AuditDashboard.Foundation;

/// <summary>
/// Makes connections over which calls pass through unchanged: no redirects, cookies, unpacking or tracing headers of ours. One for each purpose, kept
/// as long as the process lives, so that connections are used again.
/// </summary>
public static class OutboundConnections
{
    private static readonly TimeSpan ConnectWithin = TimeSpan.FromSeconds(5);

    // Names move to other machines; a connection that lived forever would never notice.
    private static readonly TimeSpan LivesAtMost = TimeSpan.FromMinutes(2);

    // Node closes an idle connection after 5 s: one that is about to be closed must not take a call that cannot be repeated.
    private static readonly TimeSpan IdleAtMost = TimeSpan.FromSeconds(4);

    /// <param name="isRefused">Asked about the address a name resolved to, right before connecting to just that address.</param>
    /// <param name="viaProxy">True honours the proxy of the environment (<c>HTTPS_PROXY</c>); the proxy's own address is not judged.</param>
    /// <param name="trusted">The only root certificates believed; null = those of the system.</param>
    public static HttpMessageInvoker Make(Func<IPAddress, bool> isRefused, bool viaProxy, X509Certificate2Collection? trusted = null) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = viaProxy,
        AutomaticDecompression = DecompressionMethods.None,
        ActivityHeadersPropagator = null,
        SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = trusted is null ? null : OnlyBy(trusted) },
        ConnectTimeout = ConnectWithin,
        PooledConnectionLifetime = LivesAtMost,
        PooledConnectionIdleTimeout = IdleAtMost,
        RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8,
        ConnectCallback = (context, cancel) => ConnectAsync(context, isRefused, cancel),
    });

    private static X509ChainPolicy OnlyBy(X509Certificate2Collection trusted)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.AddRange(trusted);
        return policy;
    }

    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, Func<IPAddress, bool> isRefused, CancellationToken cancel)
    {
        var place = context.DnsEndPoint;
        var isProxy = !string.Equals(place.Host, context.InitialRequestMessage.RequestUri!.IdnHost, StringComparison.OrdinalIgnoreCase);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            var found = await Dns.GetHostAddressesAsync(place.Host, cancel);
            var allowed = isProxy ? found : Array.FindAll(found, address => !isRefused(address));
            if (allowed.Length == 0)
            {
                throw new PrivateNetworkException();
            }

            await socket.ConnectAsync(allowed, place.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
