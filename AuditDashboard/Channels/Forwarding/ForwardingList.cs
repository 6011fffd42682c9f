using AuditDashboard.Channels.BotApi;

namespace AuditDashboard.Channels.Forwarding;

/// <summary>Registers what stands between messengers and bots.</summary>
internal static class ForwardingList
{
    public static void AddTo(IServiceCollection services)
    {
        services.AddOptions<ForwardingOptions>().BindConfiguration(ForwardingOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<ForwardHook>();
        services.AddSingleton<TakeHook>();
        services.AddSingleton<ITelegramBots, TelegramBots>();
    }
}
