using AuditDashboard.Channels.Arrivals;
using AuditDashboard.Channels.Bitrix24;
using AuditDashboard.Channels.Connect;
using AuditDashboard.Channels.Endpoints;
using AuditDashboard.Channels.Forwarding;
using AuditDashboard.Channels.GreenApi;
using AuditDashboard.Channels.Health;
using AuditDashboard.Channels.Hooks;
using AuditDashboard.Channels.Instagram;
using AuditDashboard.Channels.Mango;
using AuditDashboard.Channels.Max;
using AuditDashboard.Channels.Sending;
using AuditDashboard.Channels.StandardWebhooks;
using AuditDashboard.Channels.Telegram;
using AuditDashboard.Channels.Uis;
using AuditDashboard.Channels.Vk;
using AuditDashboard.Channels.Wazzup;
using AuditDashboard.Channels.WhatsApp;
using AuditDashboard.Channels.Yclients;

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
        host.Services.AddSingleton<PauseEndpoint>().AddSingleton<RotateSecret>().AddSingleton<EnterMembers>();
        host.Services.AddHostedService<ProvisionEndpoints>();
        host.Services.AddSingleton<ChannelKinds>().AddSingleton<ReminderPresses>().AddSingleton<StoreHook>().AddSingleton<ReceiveHook>();
        ForwardingList.AddTo(host.Services);
        ArrivalsList.AddTo(host.Services);
        IntegrationsList.AddTo(host.Services);
        HealthList.AddTo(host.Services);
        SendingList.AddTo(host.Services);
        host.Services.AddKind<EventsKind>();
        host.Services.AddKind<TelegramKind>();
        host.Services.AddKind<WhatsAppKind>();
        host.Services.AddKind<InstagramKind>();
        host.Services.AddKind<GreenApiKind>();
        host.Services.AddKind<WazzupKind>();
        host.Services.AddKind<MaxKind>();
        host.Services.AddKind<VkKind>();
        host.Services.AddKind<YclientsKind>();
        host.Services.AddKind<MangoKind>();
        host.Services.AddKind<UisKind>();
        host.Services.AddKind<BitrixKind>();
        YclientsList.AddTo(host.Services);
        host.Services.AddOptions<BitrixHookOptions>().BindConfiguration(BitrixHookOptions.Section).ValidateOnStart();
        return host;
    }

    public static void MapChannels(this WebApplication app) =>
        app.Map(ReceiveHook.Route, app.Services.GetRequiredService<ReceiveHook>().HandleAsync).ShortCircuit();
}
