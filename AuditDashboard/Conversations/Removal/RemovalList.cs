using AuditDashboard.Storage;

namespace AuditDashboard.Conversations.Removal;

/// <summary>Registration of what leaves: bots' sessions, old words, people.</summary>
internal static class RemovalList
{
    public static void AddTo(IServiceCollection services)
    {
        services.AddSingleton<IBotRemoval, RemoveBotSessions>();
        services.AddSingleton<FindPerson>().AddSingleton<IStillNeeded, UpcomingVisits>();
        services.AddSingleton<IPurgeable, PurgeClients>().AddSingleton<IPurgeable, PurgeDialogs>();
    }
}
