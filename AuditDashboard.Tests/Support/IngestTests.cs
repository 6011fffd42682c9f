using System.Globalization;

namespace AuditDashboard.Tests.Support;

/// <summary>Tests on a host with the ways in; the endpoints are those of the sample payloads.</summary>
public abstract class IngestTests : IAsyncLifetime
{
    internal const string WebhookSecret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    internal static readonly (string, string?)[] Endpoints =
    [
        ("Provisioning:Endpoints:0:Id", "ep-telegram"), ("Provisioning:Endpoints:0:Kind", "telegram"), ("Provisioning:Endpoints:0:Bot", "salon-bot"),
        ("Provisioning:Endpoints:0:Branch", "center"), ("Provisioning:Endpoints:0:Secret", "tg-secret-0001"),
        ("Provisioning:Endpoints:1:Id", "ep-events"), ("Provisioning:Endpoints:1:Kind", "events"), ("Provisioning:Endpoints:1:Bot", "salon-bot"),
        ("Provisioning:Endpoints:1:Secret", WebhookSecret),
        ("Provisioning:Endpoints:2:Id", "ep-max"), ("Provisioning:Endpoints:2:Kind", "max"), ("Provisioning:Endpoints:2:Secret", "max-secret-0001"),
    ];

    // A test that spoke English before on this thread must not be heard here.
    protected IngestTests() => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("ru-RU");

    internal IngestHost Host { get; private set; } = null!;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected virtual (string, string?)[] Settings => Endpoints;

    public async ValueTask InitializeAsync() => Host = await IngestHost.StartAsync(null, Settings);

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
