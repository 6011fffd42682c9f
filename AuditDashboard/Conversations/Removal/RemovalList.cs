using AuditDashboard.Conversations.Dossiers;
using AuditDashboard.Storage;

namespace AuditDashboard.Conversations.Removal;

/// <summary>Registration of what leaves: bots' sessions, old words, people; and of what people may take with them.</summary>
internal static class RemovalList
{
    public static void AddTo(IServiceCollection services)
    {
        services.AddSingleton<IBotRemoval, RemoveBotSessions>();
        services.AddSingleton<FindPerson>().AddSingleton<IStillNeeded, UpcomingVisits>();
        services.AddSingleton<IDossierSource, FillDossier>();
        services.AddSingleton<IPurgeable, PurgeClients>().AddSingleton<IPurgeable, PurgeDialogs>();
    }
}
