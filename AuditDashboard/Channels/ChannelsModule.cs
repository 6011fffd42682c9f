using AuditDashboard.Channels.Arrivals;
using AuditDashboard.Channels.Connect;
using AuditDashboard.Channels.Endpoints;
using AuditDashboard.Channels.Forwarding;
using AuditDashboard.Channels.GreenApi;
using AuditDashboard.Channels.Hooks;
using AuditDashboard.Channels.Instagram;
using AuditDashboard.Channels.StandardWebhooks;
using AuditDashboard.Channels.Telegram;
using AuditDashboard.Channels.Wazzup;
using AuditDashboard.Channels.WhatsApp;
using AuditDashboard.Ingestion;

namespace AuditDashboard.Channels;

/// <summary>Messengers and signed webhooks: one address, an adapter a kind.</summary>
public static class ChannelsModule
{
    public static IHostApplicationBuilder AddChannels(this IHostApplicationBuilder host)
    {
        host.Services.AddDataProtection();
        host.Services.AddSingleton<EndpointSeal>();
        host.Services.AddSingleton<EndpointStore>();
        host.Services.AddSingleton<IChannelEndpoints>(services => services.GetRequiredService<EndpointStore>());
        host.Services.AddSingleton<PauseEndpoint>();
        host.Services.AddSingleton<RotateSecret>();
        host.Services.AddHostedService<ProvisionEndpoints>();
        host.Services.AddSingleton<ChannelKinds>();
        host.Services.AddSingleton<ReminderPresses>();
        host.Services.AddSingleton<StoreHook>();
        host.Services.AddSingleton<ReceiveHook>();
        ForwardingList.AddTo(host.Services);
        ArrivalsList.AddTo(host.Services);
        IntegrationsList.AddTo(host.Services);
        host.Services.AddKind<EventsKind>();
        host.Services.AddKind<TelegramKind>();
        host.Services.AddKind<WhatsAppKind>();
        host.Services.AddKind<InstagramKind>();
        host.Services.AddKind<GreenApiKind>();
        host.Services.AddKind<WazzupKind>();
        return host;
    }

    public static void MapChannels(this WebApplication app) =>
        app.Map(ReceiveHook.Route, app.Services.GetRequiredService<ReceiveHook>().HandleAsync).ShortCircuit();

    /// <summary>Registers an adapter, also as the reader of its own quarantined bodies where it can read them.</summary>
    private static void AddKind<TKind>(this IServiceCollection services)
        where TKind : class, IChannelKind
    {
        services.AddSingleton<TKind>();
        services.AddSingleton<IChannelKind>(provider => provider.GetRequiredService<TKind>());
        if (typeof(TKind).IsAssignableTo(typeof(IReadAgain)))
        {
            services.AddSingleton(provider => (IReadAgain)(object)provider.GetRequiredService<TKind>());
        }
    }
}
