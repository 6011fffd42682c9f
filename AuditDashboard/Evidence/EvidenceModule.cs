using AuditDashboard.Events;
using AuditDashboard.Evidence.Log;

namespace AuditDashboard.Evidence;

public static class EvidenceModule
{
    public static IHostApplicationBuilder AddEvidence(this IHostApplicationBuilder host)
    {
        host.Services.AddSingleton<IAppendStep, LeafStep>();
        return host;
    }
}
