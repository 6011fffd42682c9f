using AuditDashboard.Storage;

namespace AuditDashboard.Conversations.Consents;

/// <summary>Registration of the registry of consents.</summary>
internal static class ConsentsList
{
    public static void AddTo(IServiceCollection services)
    {
        services.AddHostedService<ReadOldConsents>().AddScoped<ChangeConsent>();
        services.AddSingleton<IPurgeable, PurgeConsents>();
        services.AddSingleton<IBotRemoval>(new RemoveBotRows<ConsentRow>(40, nameof(ConsentRow.Bot)));
        services.AddSingleton<IBotRemoval>(new RemoveBotRows<SuppressionRow>(41, nameof(SuppressionRow.Bot)));
    }
}
