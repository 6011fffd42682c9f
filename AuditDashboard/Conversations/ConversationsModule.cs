using AuditDashboard.Conversations.Append;
using AuditDashboard.Conversations.Bookings;
using AuditDashboard.Conversations.Clients;
using AuditDashboard.Conversations.Removal;
using AuditDashboard.Conversations.Sessions;
using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;

namespace AuditDashboard.Conversations;

public static class ConversationsModule
{
    public static IHostApplicationBuilder AddConversations(this IHostApplicationBuilder host)
    {
        host.Services.AddOptions<ConversationOptions>().BindConfiguration(ConversationOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        host.Services.AddSingleton<Pulse<SessionsChanged>>();
        host.Services.AddSingleton<IAppendStep, ConversationStep>();
        host.Services.AddSingleton<ISessions, SessionsQuery>();
        host.Services.AddSingleton<IClients, ClientDirectory>();
        host.Services.AddSingleton<IBookings, BookingDirectory>();
        host.Services.AddSingleton<IBotRemoval, RemoveBotSessions>();
        return host;
    }
}
