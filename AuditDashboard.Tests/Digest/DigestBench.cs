using System.Net;
using System.Net.Http.Json;
using AuditDashboard.Access;
using AuditDashboard.Access.People;
using AuditDashboard.Conversations;
using AuditDashboard.Digest.Chats;
using AuditDashboard.Digest.Sending;
using AuditDashboard.Settings;
using AuditDashboard.Settings.Store;
using AuditDashboard.Storage;
using AuditDashboard.Tests.Channels.Sending;
using AuditDashboard.Tests.Channels.Sending.Emulators;
using AuditDashboard.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Data.Sqlite;

namespace AuditDashboard.Tests.Digest;

/// <summary>The whole application with one owner, one telegram endpoint, and Telegram on the other side of a real connection; it can be started again on its folder.</summary>
internal sealed class DigestBench : IAsyncDisposable
{
    public const string OwnerChat = "tg:700000101";
    private const string Secret = "CANARY-telegram-hook-0001";

    private readonly string _folder = Directory.CreateTempSubdirectory("audit-").FullName;
    private readonly (string, string)[] _settings;
    private int _update;

    private DigestBench(Emulator emulator, (string, string)[] settings) => (Emulator, _settings) = (emulator, settings);

    public Emulator Emulator { get; }

    public TestApp App { get; private set; } = null!;

    /// <summary>What arrived in the owner's chat.</summary>
    public IReadOnlyList<string> Arrived => [.. Emulator.Accepted.All.Where(message => message.Chat == OwnerChat).Select(message => message.Text)];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<DigestBench> StartAsync(params (string, string)[] settings)
    {
        var service = SendingBench.Of("telegram");
        var emulator = await Emulator.StartAsync(service);
        (string, string)[] all =
        [
            .. EndpointSettings.Of("telegram", [.. service.Members, ("ApiBaseUrl", emulator.Address + "/")]).Select(pair => (pair.Item1, pair.Item2!)),
            ("Outbound:AllowPrivateNetworks", "true"), ("Provisioning:Organization:Name", "Студия"), ("ChannelHealth:SilenceSeconds", "0"), ("Digest:SweepSeconds", "0"),
            ("Provisioning:Users:0:Email", "owner@salon.example"), ("Provisioning:Users:0:Password", "correct horse battery"), ("Provisioning:Users:0:Role", "owner"),
            .. settings,
        ];
        var bench = new DigestBench(emulator, [.. all.GroupBy(pair => pair.Item1).Select(same => same.Last())]);
        await bench.RestartAsync(TestApp.Start);
        return bench;
    }

    /// <summary>A new process on the same data, at this moment.</summary>
    public async Task RestartAsync(DateTimeOffset at)
    {
        if (App is not null)
        {
            await App.DisposeAsync();
        }

        App = new TestApp(_folder, _settings);
        App.Clock.SetUtcNow(at);
        _ = App.Services;
    }

    /// <summary>Moves the clock to a moment in UTC and sweeps as the scheduler does.</summary>
    public async Task SweepAtAsync(string utc)
    {
        App.Clock.SetUtcNow(DateTimeOffset.Parse(utc + "Z", System.Globalization.CultureInfo.InvariantCulture));
        await SweepAsync();
    }

    public async Task SweepAsync()
    {
        await App.Get<IStories>().CatchUpAsync(Cancel);
        await App.Get<TellOwners>().HandleAsync(Cancel);
    }

    public async Task<string> CodeAsync(string? person = null)
    {
        // The owner reads Russian, whatever the test before this one spoke.
        System.Globalization.CultureInfo.CurrentUICulture = System.Globalization.CultureInfo.GetCultureInfo("ru-RU");
        var owner = new Eyes(person ?? await OwnerAsync());
        return (await new BindChat(App.Get<IDbContextFactory<AuditDbContext>>(), owner, owner, App.Clock).HandleAsync(Cancel)).Value.Code;
    }

    public async Task UnbindAsync()
    {
        var owner = new Eyes(await OwnerAsync());
        await new ChangeChat(App.Get<IDbContextFactory<AuditDbContext>>(), owner, owner).UnbindAsync(Cancel);
    }

    /// <summary>Leaves only the digest to be heard of.</summary>
    public async Task SilenceAlarmsAsync() => Assert.Null(await App.Get<SaveSettings>().HandleAsync(
        new Dictionary<string, object> { ["digest"] = DigestSettings.Usual with { Alarms = false } }, null, Cancel));

    public async Task BindAsync()
    {
        await WriteAsync(await CodeAsync());
        await SweepAsync();
        Emulator.Forget();
    }

    /// <summary>Somebody writes to the salon's assistant, through Telegram's own webhook.</summary>
    public async Task WriteAsync(string text, long from = 700000101)
    {
        using var telegram = App.CreateClient();
        telegram.DefaultRequestHeaders.Add("X-Telegram-Bot-Api-Secret-Token", Secret);
        var number = ++_update;
        var answer = await telegram.PostAsJsonAsync("/hooks/ep-telegram", new
        {
            update_id = 9000 + number,
            message = new { message_id = number, from = new { id = from, is_bot = false, first_name = "Анна" }, chat = new { id = from, type = "private", first_name = "Анна" }, date = App.Clock.GetUtcNow().ToUnixTimeSeconds(), text },
        }, Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    public async Task<List<T>> ListAsync<T>()
        where T : class
    {
        await using var db = await App.Get<IDbContextFactory<AuditDbContext>>().CreateDbContextAsync(Cancel);
        return await db.Set<T>().AsNoTracking().ToListAsync(Cancel);
    }

    /// <summary>Changes rows behind the application's back.</summary>
    public async Task ChangeAsync<T>(Action<T> change)
        where T : class
    {
        await using var db = await App.Get<IDbContextFactory<AuditDbContext>>().CreateDbContextAsync(Cancel);
        await db.Set<T>().ForEachAsync(change, Cancel);
        await db.SaveChangesAsync(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Emulator.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<string> OwnerAsync() => (await ListAsync<UserRow>()).Single().Id;

    private sealed class Eyes(string id) : ICurrentViewer, IAccessJournal
    {
        public Task<Viewer> GetAsync() => Task.FromResult(new Viewer(id, "Ольга", "owner@salon.example", "owner", null));

        public Task WriteAsync(string action, string? subject, string? reason, CancellationToken cancel) => Task.CompletedTask;
    }
}
