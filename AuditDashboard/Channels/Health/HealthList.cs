using AuditDashboard.Channels.Probes;
using AuditDashboard.Channels.Silence;
using AuditDashboard.Channels.Status;
using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using AuditDashboard.Ui;
using MudBlazor;

namespace AuditDashboard.Channels.Health;

/// <summary>Registration of whatever looks after channels, and of the page that shows it.</summary>
internal static class HealthList
{
    public static void AddTo(IServiceCollection services)
    {
        services.AddOptions<HealthOptions>().BindConfiguration(HealthOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<CountStartsStep>().AddSingleton<IAppendStep>(provider => provider.GetRequiredService<CountStartsStep>());
        services.AddSingleton<IBotRemoval, RemoveBotStarts>().AddSingleton<FlowsQuery>().AddSingleton<WatchSilence>();
        services.AddSingleton<ProbeCall>().AddSingleton<TellProbe>().AddSingleton<ProbeChannels>().AddSingleton<HealthQuery>().AddSingleton<SenderQueries>();
        services.AddSingleton<IChannelProbe, TelegramProbe>().AddSingleton<IChannelProbe, MaxProbe>();
        services.AddSingleton<IChannelProbe, VkProbe>().AddSingleton<IChannelProbe, GreenApiProbe>();
        services.AddSingleton(HealthAttention.Item);
        services.AddSingleton<Pulse<HealthChanged>>().AddHostedService<HealthClock>();
        services.AddScoped<ChannelsQuery>().AddSingleton(
            new NavItem("channels", Icons.Material.Outlined.Hub, typeof(HealthText), "Title", NavSection.Growth, 10));
    }
}
