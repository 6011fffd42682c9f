using AuditDashboard.Channels.GreenApi;
using AuditDashboard.Channels.Max;
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
        services.AddSingleton<ServiceCall>().AddSingleton<IMessageSender, MessageSender>();
        services.AddSingleton<IChannelSender, TelegramSender>().AddSingleton<IChannelSender, MaxSender>().AddSingleton<IChannelSender, VkSender>();
        services.AddSingleton<IChannelSender, WhatsAppSender>().AddSingleton<IChannelSender, GreenApiSender>().AddSingleton<IChannelSender, WazzupSender>();
        services.AddSingleton<IBookingWriteBack, WriteAttendance>();
    }
}
