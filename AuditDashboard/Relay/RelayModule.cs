using AuditDashboard.Relay.OpenAi;
using AuditDashboard.Relay.Passing;
using AuditDashboard.Relay.Telegram;

namespace AuditDashboard.Relay;

/// <summary>
/// Stands between a bot and the services it calls, so that a bot is logged without a change of its code but a base address. A capability of its own: it
/// needs the doors of channels and of ingestion, and owns no table.
/// </summary>
public static class RelayModule
{
    public static IHostApplicationBuilder AddRelay(this IHostApplicationBuilder host)
    {
        // Tokens and keys stand in these addresses, and the host's own log writes addresses down: each request, and as the scope of every other line.
        host.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        host.Logging.AddFilter("Microsoft.AspNetCore.Routing", LogLevel.Warning);
        host.Services.AddOptions<TelegramRelayOptions>().BindConfiguration(TelegramRelayOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        host.Services.AddOptions<OpenAiRelayOptions>().BindConfiguration(OpenAiRelayOptions.Section).ValidateDataAnnotations()
            .Validate(options => options.IsUsable, $"{OpenAiRelayOptions.Section}:BaseUrl must be an address that begins with http:// or https://").ValidateOnStart();
        host.Services.AddSingleton<Upstream>();
        host.Services.AddSingleton<TellBotCall>();
        host.Services.AddSingleton<RelayBotApi>();
        host.Services.AddSingleton<TellModelCall>();
        host.Services.AddSingleton<RelayOpenAi>();
        return host;
    }

    public static void MapRelay(this WebApplication app)
    {
        var telegram = app.Services.GetRequiredService<RelayBotApi>();
        var models = app.Services.GetRequiredService<RelayOpenAi>();
        app.Map(RelayBotApi.Route, telegram.CallAsync).ShortCircuit();
        app.Map(RelayBotApi.FileRoute, telegram.DownloadAsync).ShortCircuit();
        app.Map(RelayOpenAi.Route, models.HandleAsync).ShortCircuit();
        app.Map(RelayOpenAi.KeyRoute, models.HandleAsync).ShortCircuit();
    }
}
