using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace AuditDashboard.Tests.Support;

/// <summary>Somebody else's server: a real Kestrel on loopback that remembers what it was sent.</summary>
internal sealed class FakeServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FakeServer(WebApplication app, ConcurrentQueue<Call> calls) => (_app, Calls, Address) = (app, calls, app.Urls.First());

    /// <summary>Without a slash at the end.</summary>
    public string Address { get; }

    public ConcurrentQueue<Call> Calls { get; }

    /// <param name="Target">Path and query exactly as they came.</param>
    /// <param name="Body">As it came over the wire, still packed.</param>
    public sealed record Call(string Method, string Target, IReadOnlyDictionary<string, string> Headers, byte[] Body);

    /// <param name="answer">Writes the answer, once the whole call has arrived.</param>
    public static async Task<FakeServer> StartAsync(Func<HttpContext, Call, Task> answer)
    {
        var calls = new ConcurrentQueue<Call>();
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Run(async context =>
        {
            var request = context.Request;
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body, context.RequestAborted);
            var headers = request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
            var call = new Call(request.Method, context.Features.Get<IHttpRequestFeature>()!.RawTarget, headers, body.ToArray());
            calls.Enqueue(call);
            await answer(context, call);
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new FakeServer(app, calls);
    }

    public async ValueTask DisposeAsync()
    {
        using var atOnce = new CancellationTokenSource();
        await atOnce.CancelAsync();
        await _app.StopAsync(atOnce.Token);
        await _app.DisposeAsync();
    }
}
