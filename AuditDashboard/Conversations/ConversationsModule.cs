using AuditDashboard.Conversations.Api;
using AuditDashboard.Conversations.Append;
using AuditDashboard.Conversations.Bookings;
using AuditDashboard.Conversations.Browse;
using AuditDashboard.Conversations.ClientPages;
using AuditDashboard.Conversations.Clients;
using AuditDashboard.Conversations.Consents;
using AuditDashboard.Conversations.Critical;
using AuditDashboard.Conversations.Exports;
using AuditDashboard.Conversations.Removal;
using AuditDashboard.Conversations.Search;
using AuditDashboard.Conversations.Sessions;
using AuditDashboard.Conversations.Story;
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
        host.Services.AddSingleton<ConversationStep>();
        host.Services.AddSingleton<IAppendStep>(services => services.GetRequiredService<ConversationStep>());
        host.Services.AddSingleton<ISessions, SessionsQuery>();
        host.Services.AddSingleton<IClients, ClientDirectory>();
        host.Services.AddSingleton<IBookings, BookingDirectory>();
        host.Services.AddSingleton<ListEvents>();
        host.Services.AddSingleton<ListSessions>();
        host.Services.AddSingleton<KnownMerges>().AddScoped<MergeClients>();
        DialogsList.AddTo(host.Services);
        ClientPagesList.AddTo(host.Services);
        ConsentsList.AddTo(host.Services);
        CriticalList.AddTo(host.Services);
        host.Services.AddSingleton<IExportSource, EventsExport>().AddSingleton<IExportSource, SessionsExport>().AddSingleton<IExportSource, BookingsExport>();
        host.Services.AddSingleton<StoryNews>();
        host.Services.AddSingleton<IStories, Stories>();
        host.Services.AddSingleton<ReadStrays>();
        host.Services.AddSingleton<StorySource>();
        host.Services.AddSingleton<StoryRulebook>().AddSingleton<StoryTeller>();
        host.Services.AddSingleton<StoryWriter>();
        host.Services.AddSingleton<TellStories>();
        host.Services.AddHostedService<StoryProjector>();
        host.Services.AddSingleton<IndexWords>();
        host.Services.AddHostedService<WordProjector>();
        RemovalList.AddTo(host.Services);
        return host;
    }

    public static void MapConversations(this WebApplication app)
    {
        app.Services.GetRequiredService<ListEvents>().Map(app);
        app.Services.GetRequiredService<ListSessions>().Map(app);
    }
}
