using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using AuditDashboard.Tests.Channels.Sending.Emulators;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Journeys;

/// <summary>The running application beside an emulated Telegram: reminders go out two hours and twenty seconds before a visit, at any hour of the day.</summary>
internal sealed class BookingSite : IAsyncDisposable
{
    private const string Secret = "CANARY-telegram-hook-0001";
    private static readonly TimeSpan Ahead = new(2, 0, 20);
    private readonly string _folder;
    private int _updates;

    private BookingSite(string folder, AppProcess app, Emulator telegram) => (_folder, App, Telegram) = (folder, app, telegram);

    public AppProcess App { get; }

    public Emulator Telegram { get; }

    /// <summary>To the second.</summary>
    public static DateTimeOffset Now => DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds());

    /// <summary>A start whose reminder is due in five seconds.</summary>
    public static DateTimeOffset Soon => Now + Ahead + TimeSpan.FromSeconds(5);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<BookingSite> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("audit-").FullName;
        var service = new TelegramService();
        var telegram = await Emulator.StartAsync(service);
        (string Name, string Value)[] settings =
        [
            .. EndpointSettings.Of("telegram", [.. service.Members, ("ApiBaseUrl", telegram.Address)]).Select(setting => (setting.Item1, setting.Item2!)),
            ("Outbound:AllowPrivateNetworks", "true"), ("ChannelHealth:ProbeSeconds", "0"), ("Reminders:SweepSeconds", "1"),
            ("Provisioning:Reminders:Rules:0:Before", Ahead.ToString("c", CultureInfo.InvariantCulture)),
            ("Provisioning:Reminders:QuietHours:From", "00:00"), ("Provisioning:Reminders:QuietHours:To", "00:00"),
        ];
        return new BookingSite(folder, await AppProcess.StartAsync(folder, Cancel, [.. settings.Select(setting => $"--{setting.Name}={setting.Value}")]), telegram);
    }

    /// <summary>Told by the assistant as made a day before the visit.</summary>
    public Task BookAsync(string id, long client, string name, DateTimeOffset start) => BookAsync(id, $"tg:{client}", name, start);

    public async Task BookAsync(string id, string address, string name, DateTimeOffset start)
    {
        using var answer = await App.PostAsync(
            new
            {
                id = $"e-{id}", type = "booking.created", time = start.AddHours(-25), channel = "telegram", branch = "center", actor = "ai", client = new { id = address, name },
                booking = new { id, service = "Стрижка", staff = "Ольга", start },
            },
            Cancel);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
    }

    /// <summary>The messages the client got: their words and the data under their buttons.</summary>
    public IReadOnlyList<(string Text, string[] Data)> MessagesTo(long client) =>
    [
        .. from call in Telegram.Calls
           where call.Target.EndsWith("/sendMessage", StringComparison.Ordinal)
           let body = JsonElement.Parse(call.Body)
           where body.GetProperty("chat_id").GetInt64() == client
           select (body.GetProperty("text").GetString()!, DataOf(body)),
    ];

    public Task PressAsync(long client, string data) => UpdateAsync($$"""
        "callback_query":{"id":"{{client}}","from":{"id":{{client}},"is_bot":false,"first_name":"Анна"},"data":"{{data}}",
         "message":{"message_id":1210,"date":{{Now.ToUnixTimeSeconds()}},"chat":{"id":{{client}},"type":"private"},"text":"…"} }
        """);

    public Task WriteAsync(long client, string text) => UpdateAsync($$"""
        "message":{"message_id":{{client % 1000}},"date":{{Now.ToUnixTimeSeconds()}},"from":{"id":{{client}},"is_bot":false,"first_name":"Борис"},"chat":{"id":{{client}},"type":"private"},"text":"{{text}}"}
        """);

    /// <summary>How many events of the type the log holds.</summary>
    public async Task<IReadOnlyList<JsonElement>> EventsAsync(string type) =>
        [.. (await App.Bot.GetFromJsonAsync<JsonElement>($"/api/v1/events?type={type}", Cancel)).GetProperty("events").EnumerateArray()];

    /// <summary>K3 of the visits that begin on the day of this one.</summary>
    public async Task<(int Confirmed, int Asked)> ConfirmedAsync(DateTimeOffset start)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(start, TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow")).DateTime);
        var answer = await App.Bot.GetFromJsonAsync<JsonElement>($"/api/v1/kpi?from={day:yyyy-MM-dd}&to={day.AddDays(1):yyyy-MM-dd}", Cancel);
        var confirmation = answer.GetProperty("confirmation");
        return (confirmation.GetProperty("k").GetInt32(), confirmation.GetProperty("n").GetInt32());
    }

    /// <summary>Waits for what another process does in its own time.</summary>
    public static async Task UntilAsync(Func<Task<bool>> isSo, int seconds, string what)
    {
        for (var tries = 0; tries < seconds * 10; tries++)
        {
            if (await isSo())
            {
                return;
            }

            await Task.Delay(100, Cancel);
        }

        Assert.Fail($"After {seconds} s: {what}");
    }

    public async ValueTask DisposeAsync()
    {
        App.Dispose();
        await Telegram.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static string[] DataOf(JsonElement body) => !body.TryGetProperty("reply_markup", out var markup) ? [] :
        [.. markup.GetProperty("inline_keyboard").EnumerateArray().SelectMany(row => row.EnumerateArray()).Select(button => button.GetProperty("callback_data").GetString()!)];

    private async Task UpdateAsync(string update)
    {
        using var call = new HttpRequestMessage(HttpMethod.Post, new Uri(App.Address, "/hooks/ep-telegram"))
        {
            Content = new StringContent($"{{\"update_id\":{++_updates},{update}}}", Encoding.UTF8, "application/json"),
        };
        call.Headers.Add("X-Telegram-Bot-Api-Secret-Token", Secret);
        using var answer = await App.Bot.SendAsync(call, Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
