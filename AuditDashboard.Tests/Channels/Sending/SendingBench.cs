using AuditDashboard.Channels;
using AuditDashboard.Tests.Channels.Sending.Emulators;
using AuditDashboard.Tests.Support;
using Microsoft.Extensions.Logging;

namespace AuditDashboard.Tests.Channels.Sending;

/// <summary>The application with one endpoint, and its service on the other side of a real connection.</summary>
internal sealed class SendingBench : IAsyncDisposable
{
    private SendingBench(IEmulatedService service, Emulator emulator, IngestHost host, LogLines log) => (Service, Emulator, Host, Log) = (service, emulator, host, log);

    public IEmulatedService Service { get; }

    public Emulator Emulator { get; }

    public IngestHost Host { get; }

    public LogLines Log { get; }

    public string Endpoint => $"ep-{Service.Kind}";

    public static readonly IReadOnlyList<AnswerButton> Buttons =
        [new("✅ Приду", "rem:ok:4711"), new("❌ Отменить", "rem:no:4711"), new("🔁 Перенести", "rem:mv:4711")];

    public static IEmulatedService Of(string kind) => kind switch
    {
        "telegram" => new TelegramService(),
        "max" => new MaxService(),
        "vk" => new VkService(),
        "whatsapp" => new WhatsAppService(),
        "greenapi" => new GreenApiService(),
        "wazzup" => new WazzupService(),
        "yclients" => new YclientsService(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <param name="settings">Beside the endpoint's own, and above them.</param>
    public static async Task<SendingBench> StartAsync(string kind, params (string Setting, string? Value)[] settings)
    {
        var service = Of(kind);
        var emulator = await Emulator.StartAsync(service);
        var log = new LogLines();
        var host = await IngestHost.StartAsync(
            null, [.. EndpointSettings.Of(kind, [.. service.Members, ("ApiBaseUrl", emulator.Address + "/")]), ("Outbound:AllowPrivateNetworks", "true"), .. settings],
            builder => builder.Logging.AddProvider(log).SetMinimumLevel(LogLevel.Trace));
        return new SendingBench(service, emulator, host, log);
    }

    /// <summary>A text to the client this service knows, who wrote an hour ago; with the buttons only where a test asks for them.</summary>
    public OutgoingMessage Message(string text = "Ждём вас в субботу в 15:30. Придёте?", string key = "B-1/24h") =>
        new(Endpoint, Service.Client, text, key, Host.Clock.GetUtcNow().AddHours(-1));

    public Task<SendResult> SendAsync(OutgoingMessage? message = null) => Host.Get<IMessageSender>().SendAsync(message ?? Message(), TestContext.Current.CancellationToken);

    public async Task<SendResult> SendAsync(Fault fault)
    {
        Emulator.Faults.Enqueue(fault);
        return await SendAsync();
    }

    /// <summary>Forgets what was, and lets every pause and every pace run out.</summary>
    public void Rest()
    {
        Host.Clock.Advance(TimeSpan.FromMinutes(5));
        Emulator.Forget();
        Log.All.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Emulator.DisposeAsync();
        Log.Dispose();
    }
}
