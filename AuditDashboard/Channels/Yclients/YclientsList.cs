using AuditDashboard.Events;
using AuditDashboard.Storage;

namespace AuditDashboard.Channels.Yclients;

/// <summary>Registration of what stands behind the kind.</summary>
internal static class YclientsList
{
    public static void AddTo(IServiceCollection services) =>
        services.AddSingleton<IAppendStep, YclientsStep>().AddSingleton<IBotRemoval>(new RemoveBotRows<YclientsRow>(90, nameof(YclientsRow.Bot)));
}
