using System.Globalization;
using AuditDashboard.Conversations;
using AuditDashboard.Events;
using AuditDashboard.Reminders.Sending;
using AuditDashboard.Settings;
using AuditDashboard.Tests.Channels.Sending.Emulators;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Channels.Sending;

/// <summary>
/// The whole application with the services of three messengers on the other side of real connections; the scheduler is the test. A branch in Moscow and one
/// in Vladivostok; it is Sunday, 22 November 2026, 10:00 UTC.
/// </summary>
internal sealed class FollowUpSite : IAsyncDisposable
{
    public static readonly IReadOnlyDictionary<string, TimeZoneInfo> Zones = new Dictionary<string, TimeZoneInfo>
    {
        ["center"] = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"), ["east"] = TimeZoneInfo.FindSystemTimeZoneById("Asia/Vladivostok"),
    };

    private static readonly IEmulatedService[] Services = [new TelegramService(), new VkService(), new WhatsAppService()];

    private readonly string _folder = Directory.CreateTempSubdirectory("audit-").FullName;
    private readonly List<Emulator> _emulators = [];
    private int _number;

    private FollowUpSite()
    {
    }

    public TestApp App { get; private set; } = null!;

    /// <summary>What the messengers took: where, when by the clock of the branch, and what.</summary>
    public List<(string Chat, DateTimeOffset At, string Text)> Heard { get; } = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<FollowUpSite> StartAsync()
    {
        var site = new FollowUpSite();
        foreach (var service in Services)
        {
            site._emulators.Add(await Emulator.StartAsync(service));
        }

        site.Open(TestApp.Start);
        return site;
    }

    /// <summary>The process ends, and another begins at the same moment on the same files.</summary>
    public async Task RestartAsync()
    {
        var now = App.Clock.GetUtcNow();
        await App.DisposeAsync();
        Open(now);
    }

    /// <summary>What the owner saves on the page.</summary>
    public async Task SettleAsync(Func<FollowUpSettings, FollowUpSettings> change) =>
        Assert.Null(await App.Get<ISettingSections>().SaveAsync("followups", change(App.Get<ISettings>().FollowUps), "u-1", Cancel));

    public async Task TellAsync(string type, string client, string branch, string more = "", string? phone = null, int minutesAgo = 0)
    {
        var channel = client[..2] switch { "tg" => "telegram", "vk" => "vk", "wa" => "whatsapp", _ => "phone" };
        var draft = Drafts.Of($$"""
            {"id":"t-{{++_number}}-{{App.Clock.GetUtcNow().Ticks}}","type":"{{type}}","time":"{{App.Clock.GetUtcNow().AddMinutes(-minutesAgo).UtcDateTime.ToString("s", CultureInfo.InvariantCulture)}}Z","channel":"{{channel}}",
             "client":{"id":"{{client}}","name":"Анна"{{(phone is null ? "" : $",\"phone\":\"{phone}\"")}}}{{more}} }
            """, "salon-bot", branch);
        var answer = await App.Get<IEventLog>().AppendAsync([draft], Cancel);
        Assert.True(answer.Succeeded);
    }

    /// <summary>A client who is known in Telegram and VK asks, gets an answer in Telegram, and says nothing more.</summary>
    public async Task FallSilentAsync(string branch, int number = 101)
    {
        var phone = $"+79000000{number}";
        await TellAsync("message.received", $"vk:50000{number}", branch, ",\"text\":\"Здравствуйте\"", phone, minutesAgo: 60);
        await TellAsync("message.received", $"tg:700000{number}", branch, ",\"text\":\"Можно записаться?\"", phone);
        await TellAsync("lead.created", $"tg:700000{number}", branch, $",\"lead\":{{\"id\":\"L-{number}\"}}");
        await TellAsync("message.sent", $"tg:700000{number}", branch, ",\"text\":\"На какой день?\"");
    }

    /// <summary>Leaps to a moment in UTC and sweeps as the scheduler does.</summary>
    public async Task SweepAtAsync(DateTimeOffset moment)
    {
        App.Leap(moment - App.Clock.GetUtcNow());
        await App.Get<SendDueReminders>().HandleAsync(Cancel);
        Listen();
    }

    /// <summary>Sweeps every quarter of an hour.</summary>
    public async Task SweepForAsync(TimeSpan span)
    {
        for (var (at, end) = (App.Clock.GetUtcNow(), App.Clock.GetUtcNow() + span); at <= end; at += TimeSpan.FromMinutes(15))
        {
            await SweepAtAsync(at);
        }
    }

    /// <summary>Waits for what goes out without a sweep.</summary>
    public async Task UntilTakenAsync(string kind, int messages = 1)
    {
        var emulator = _emulators[Array.FindIndex(Services, service => service.Kind == kind)];
        while (emulator.Accepted.All.Count < messages)
        {
            Cancel.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        Listen();
    }

    public string Said(TimeZoneInfo zone) =>
        string.Join(", ", Heard.Select(heard => $"{heard.Chat[..2]} {TimeZoneInfo.ConvertTime(heard.At, zone).ToString("dd'T'HH:mm", CultureInfo.InvariantCulture)}"));

    /// <summary>What counts takes a breath between two looks, and a leaping clock rings no timer: here it ticks.</summary>
    public async Task CatchUpAsync()
    {
        var caught = App.Get<IStories>().CatchUpAsync(Cancel);
        while (!caught.IsCompleted)
        {
            App.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        await caught;
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        foreach (var emulator in _emulators)
        {
            await emulator.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private void Listen()
    {
        var taken = _emulators.SelectMany(emulator => emulator.Accepted.All).ToList();
        foreach (var (chat, text) in taken.Where(item => !Heard.Exists(heard => heard.Chat == item.Chat && heard.Text == item.Text)))
        {
            Heard.Add((chat, App.Clock.GetUtcNow(), text));
        }

        Assert.Equal(Heard.Count, taken.Count);
    }

    private void Open(DateTimeOffset now)
    {
        App = new TestApp(_folder, [
            ("Outbound:AllowPrivateNetworks", "true"), ("Provisioning:Organization:TimeZone", "Europe/Moscow"),
            ("Provisioning:Branches:0:Code", "center"), ("Provisioning:Branches:1:Code", "east"), ("Provisioning:Branches:1:TimeZone", "Asia/Vladivostok"),
            ("Provisioning:FollowUps:Preset", "salon"), ("Provisioning:FollowUps:Enabled", "true"), ("Provisioning:FollowUps:AnswersCalls", "true"), .. Services.SelectMany(SettingsOf),
        ]) { HasScheduler = false };
        App.Leap(now - TestApp.Start);
    }

    private IEnumerable<(string, string)> SettingsOf(IEmulatedService service, int index) =>
        EndpointSettings.Of(service.Kind, [.. service.Members, ("ApiBaseUrl", _emulators[index].Address + "/")]).Where(setting => setting.Item1.Contains(":Endpoints:", StringComparison.Ordinal))
            .Select(setting => (setting.Item1.Replace(":0:", $":{index}:", StringComparison.Ordinal), setting.Item2!));
}
