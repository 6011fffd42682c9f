using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using AuditDashboard.Bitrix24;
using AuditDashboard.Bitrix24.Connect;
using AuditDashboard.Bitrix24.Incoming;
using AuditDashboard.Bitrix24.Outbox;
using AuditDashboard.Bitrix24.Page;
using AuditDashboard.Bitrix24.Portal;
using AuditDashboard.Bitrix24.Sending;
using AuditDashboard.Bitrix24.Status;
using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using AuditDashboard.Tests.Bitrix24.Emulator;
using AuditDashboard.Tests.Replay;
using AuditDashboard.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace AuditDashboard.Tests.Bitrix24;

/// <summary>The application beside an emulated portal, both on one clock that is moved by hand. Nothing is sent but when a test says so.</summary>
internal sealed class BitrixSalon : IAsyncDisposable
{
    private readonly SharedClock _time;

    private BitrixSalon(IngestHost host, PortalEmulator portal, SharedClock time, LogLines log) => (Host, Portal, _time, Log) = (host, portal, time, log);

    public IngestHost Host { get; private set; }

    public PortalEmulator Portal { get; }

    public LogLines Log { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<BitrixSalon> StartAsync(params (string, string?)[] settings)
    {
        var time = new SharedClock();
        var portal = await PortalEmulator.StartAsync(time);
        var log = new LogLines();
        // Its own, so that a restart finds it.
        var folder = Directory.CreateTempSubdirectory("audit-").FullName;
        return new BitrixSalon(await HostAsync(portal, log, folder, settings), portal, time, log).On();
    }

    /// <summary>The process ends where it stands and starts again on the same file, at the same time of day.</summary>
    public async Task RestartAsync(params (string, string?)[] settings)
    {
        var now = Host.Clock.GetUtcNow();
        await Host.DisposeAsync();
        Host = await HostAsync(Portal, Log, Host.Folder, settings);
        Host.Clock.Advance(now - Host.Clock.GetUtcNow());
        await Host.Get<ResumeSending>().HandleAsync(Cancel);
        On();
    }

    public async Task PostAsync(params string[] events)
    {
        var answer = await Host.PostAsync($"[{string.Join(",", events)}]");
        Assert.True(answer.StatusCode is HttpStatusCode.Accepted or HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Cancel));
    }

    public static string Lead(int n, string? more = null) => Event($"lead-{n}", "lead.created", n, $"\"lead\":{{\"id\":\"L-{n}\"}}{(more is null ? "" : "," + more)}");

    /// <param name="n">Number of the client and of the session.</param>
    public static string Event(string id, string type, int n, string? more = null, DateTimeOffset? at = null) => $$"""
        {"id":"{{id}}","type":"{{type}}","time":"{{(at ?? TestApp.Start).ToString("O", CultureInfo.InvariantCulture)}}","session":"s-{{n}}","channel":"telegram",
        "client":{"id":"tg:{{700000000 + n}}","name":"Анна {{n}}","phone":"+7 900 {{n / 10000:000}}-{{n / 100 % 100:00}}-{{n % 100:00}}"}{{(more is null ? "" : "," + more)}}}
        """;

    public static string Message(int n, string? more = null) => Event($"msg-{n}", "message.received", n, "\"text\":\"Можно на субботу?\"" + (more is null ? "" : "," + more));

    public Task<TimeSpan?> SendAsync() => Host.Get<SendOutbox>().HandleAsync(Cancel);

    public Task PollAsync() => Host.Get<PollChanges>().HandleAsync(Cancel);

    public Task<BitrixStatus> StatusAsync() => Host.Get<BitrixStatusQuery>().RunAsync(Cancel);

    /// <summary>Sends and moves the clock until nothing waits for anything but a person; gives the time that passed.</summary>
    /// <param name="step">The least the clock moves between two looks, in milliseconds: the pace is the limits' own, however coarse.</param>
    public async Task<TimeSpan> SettleAsync(int most = 20_000, int step = 250)
    {
        var (began, least) = (Host.Clock.GetUtcNow(), TimeSpan.FromMilliseconds(step));
        for (var turn = 0; turn < most; turn++)
        {
            var wait = await SendAsync();
            if (wait is null && await StatusAsync() is { Queue: 0 } or { Dead: > 0 })
            {
                return Host.Clock.GetUtcNow() - began;
            }

            Host.Clock.Advance(wait is { } known && known > least ? known : least);
        }

        throw new TimeoutException($"Still waiting: {string.Join("; ", (await RowsAsync()).Where(row => row.State != "done").Take(5).Select(row => $"{row.Kind} {row.State} {row.Code} {row.Words} {row.DueAt:O}"))}");
    }

    /// <summary>An owner sends everything again that the portal did not take.</summary>
    public async Task RetryAllAsync()
    {
        var (databases, owner) = (Host.Get<IDbContextFactory<AuditDbContext>>(), new SignedIn(SignedIn.Owner));
        var note = new NoteBitrixDeed(Host.Get<IEventLog>(), owner, new WrittenJournal(), Host.Clock);
        Assert.Null(await new ChangeDelivery(note, databases, Host.Get<Pulse<BitrixChanged>>(), Host.Clock).RetryAllAsync(Cancel));
    }

    public async Task<IReadOnlyList<OutboxRow>> RowsAsync()
    {
        await using var db = await Host.Get<IDbContextFactory<AuditDbContext>>().CreateDbContextAsync(Cancel);
        return await db.Set<OutboxRow>().AsNoTracking().OrderBy(row => row.LinkId).ThenBy(row => row.Position).ToListAsync(Cancel);
    }

    public async Task<IReadOnlyList<LinkRow>> LinksAsync()
    {
        await using var db = await Host.Get<IDbContextFactory<AuditDbContext>>().CreateDbContextAsync(Cancel);
        return await db.Set<LinkRow>().AsNoTracking().OrderBy(row => row.Id).ToListAsync(Cancel);
    }

    public async Task ChangeAsync(Func<PortalSettings, PortalSettings> change)
    {
        var store = Host.Get<PortalStore>();
        await store.ChangeAsync(row => row.Settings = JsonSerializer.Serialize(change(store.Current!.Settings)), Cancel);
    }

    public JsonObject OnlyLead() => Assert.Single(Portal.State.Leads).Value;

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Portal.DisposeAsync();
        Log.Dispose();
        Directory.Delete(Host.Folder, recursive: true);
    }

    private static Task<IngestHost> HostAsync(PortalEmulator portal, LogLines log, string? folder, (string, string?)[] settings) => IngestHost.StartAsync(
        folder,
        [
            ("Provisioning:Bitrix24:WebhookUrl", portal.WebhookUrl), ("Provisioning:Bitrix24:ApplicationToken", PortalEvents.Token), ("Outbound:AllowPrivateNetworks", "true"),
            ("Bitrix24:SweepSeconds", "0"), ("PublicBaseUrl", "https://audit.salon.example"), .. EndpointSettings.Of("bitrix24"), .. settings,
        ],
        builder =>
        {
            builder.AddBitrix24();
            builder.Logging.AddProvider(log);
        });

    private BitrixSalon On()
    {
        _time.Inner = Host.Clock;
        Portal.Events.Handler = new Uri(Host.Address, "/hooks/ep-bitrix24");
        return this;
    }

    private sealed class SharedClock : TimeProvider
    {
        public TimeProvider Inner { get; set; } = System;

        public override DateTimeOffset GetUtcNow() => Inner.GetUtcNow();
    }
}
