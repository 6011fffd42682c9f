using AuditDashboard.Events;
using AuditDashboard.Storage;

namespace AuditDashboard.Channels.Arrivals;

/// <summary>Registration of the count of arrivals.</summary>
internal static class ArrivalsList
{
    public static void AddTo(IServiceCollection services)
    {
        services.AddSingleton<CountArrivalsStep>().AddSingleton<IAppendStep>(provider => provider.GetRequiredService<CountArrivalsStep>());
        services.AddSingleton<IBotRemoval, RemoveBotArrivals>().AddSingleton<ArrivalsQuery>();
    }
}
