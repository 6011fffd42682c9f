using AuditDashboard.Channels.Endpoints;
using AuditDashboard.Channels.GreenApi;
using AuditDashboard.Channels.Max;
using AuditDashboard.Channels.Noticing;
using AuditDashboard.Channels.Telegram;
using AuditDashboard.Channels.Vk;
using AuditDashboard.Channels.Wazzup;
using AuditDashboard.Channels.WhatsApp;
using AuditDashboard.Channels.Yclients;

namespace AuditDashboard.Channels.Sending;

/// <summary>Registration of whatever calls a channel's service with something to say.</summary>
internal static class SendingList
{
    public static void AddTo(IServiceCollection services)
    {
        services.AddOptions<MaxOptions>().BindConfiguration(MaxOptions.Section)
            .Validate(options => options.IsUsable, $"{MaxOptions.Section}:ExtraCaFile must be a readable PEM file with certificates").ValidateOnStart();
        services.AddSingleton<ServiceConnections>().AddSingleton<ServiceCall>().AddSingleton<TellTrouble>().AddSingleton<IMessageSender, MessageSender>();
        services.AddSingleton<IChannelSender, TelegramSender>().AddSingleton<IChannelSender, MaxSender>().AddSingleton<IChannelSender, VkSender>();
        services.AddSingleton<IChannelSender, WhatsAppSender>().AddSingleton<IChannelSender, GreenApiSender>().AddSingleton<IChannelSender, WazzupSender>();
        services.AddSingleton<IBookingWriteBack, WriteAttendance>().AddSingleton<INoticedBots, NoticedBots>();
    }
}
