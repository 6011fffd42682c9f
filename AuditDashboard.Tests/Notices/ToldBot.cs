using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AuditDashboard.Access;
using AuditDashboard.Evidence;
using AuditDashboard.Notices;
using AuditDashboard.Notices.Outbox;
using AuditDashboard.Notices.Page;
using AuditDashboard.Notices.Sending;
using AuditDashboard.Storage;
using AuditDashboard.Tests.Replay;
using AuditDashboard.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace AuditDashboard.Tests.Notices;

/// <summary>A bot with an address of its own that answers what the test says, and the endpoint it shares a secret with.</summary>
internal sealed class ToldBot : IAsyncDisposable
{
    public const string Secret = IngestTests.WebhookSecret;
    public const string Endpoint = "ep-events";

    private FakeServer _server = null!;

    public int Status { get; set; } = 204;

    /// <summary>Headers of the answer.</summary>
    public Dictionary<string, string> Says { get; } = [];

    /// <summary>It hears and never answers.</summary>
    public bool Hangs { get; set; }

    /// <summary>The first call arrived.</summary>
    public TaskCompletionSource Heard { get; } = new();

    public string Address => _server.Address + "/bots/hidden-path";

    public List<FakeServer.Call> Calls => [.. _server.Calls];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<ToldBot> StartAsync()
    {
        var bot = new ToldBot();
        bot._server = await FakeServer.StartAsync((context, _) =>
        {
            context.Response.StatusCode = bot.Status;
            foreach (var (name, value) in bot.Says)
            {
                context.Response.Headers[name] = value;
            }

            bot.Heard.TrySetResult();
            return bot.Hangs ? Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default) : Task.CompletedTask;
        });
        return bot;
    }

    public (string, string?)[] Settings(string allowPrivate = "true") =>
    [
        .. EndpointSettings.Of("events", ("Secret", Secret), ("NoticeUrl", Address)), ("Outbound:AllowPrivateNetworks", allowPrivate), ("Notices:SweepSeconds", "0"),
    ];

    public Task<IngestHost> HostAsync(string? folder = null, string allowPrivate = "true", LogLines? log = null) =>
        IngestHost.StartAsync(folder, Settings(allowPrivate), builder =>
        {
            builder.AddEvidence().AddNotices();
            if (log is not null)
            {
                builder.Logging.AddProvider(log);
            }
        });

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    public static RepeatNotices Repeating(IngestHost host, WrittenJournal? journal = null, Viewer? viewer = null) =>
        new(host.Get<NoticeShelf>(), new SignedIn(viewer ?? SignedIn.Owner), journal ?? new WrittenJournal(), host.Clock);

    public static Task<bool> SweepAsync(IngestHost host) => host.Get<SendNotices>().HandleAsync(Cancel);

    public static async Task<List<BotNoticeRow>> RowsAsync(IngestHost host)
    {
        await using var db = await host.Get<IDbContextFactory<AuditDbContext>>().CreateDbContextAsync(Cancel);
        return await db.Set<BotNoticeRow>().AsNoTracking().OrderBy(row => row.CreatedAt).ToListAsync(Cancel);
    }

    public static JsonElement BodyOf(FakeServer.Call call) => JsonElement.Parse(call.Body);

    /// <summary>Computed here from the specification alone: HMAC-SHA256 under the decoded secret over id, timestamp and the bytes that came.</summary>
    public static string SignatureOf(FakeServer.Call call, string secret = Secret)
    {
        byte[] signed = [.. Encoding.ASCII.GetBytes($"{call.Headers["webhook-id"]}.{call.Headers["webhook-timestamp"]}."), .. call.Body];
        return "v1," + Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret["whsec_".Length..]), signed));
    }

    public static DateTimeOffset SentAt(FakeServer.Call call) => DateTimeOffset.FromUnixTimeSeconds(long.Parse(call.Headers["webhook-timestamp"], CultureInfo.InvariantCulture));
}
