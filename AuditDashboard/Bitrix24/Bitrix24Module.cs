using AuditDashboard.Bitrix24.Page;
using AuditDashboard.Bitrix24.Removal;
using AuditDashboard.Bitrix24.Sending;
using AuditDashboard.Bitrix24.Status;
using AuditDashboard.Storage;

namespace AuditDashboard.Bitrix24;

/// <summary>The CRM kept in step with the log: leads and what became of them go out, stages and sums come back.</summary>
public static class Bitrix24Module
{
    public static IHostApplicationBuilder AddBitrix24(this IHostApplicationBuilder host)
    {
        SendingList.AddTo(host.Services, host.Configuration);
        host.Services.AddSingleton<BitrixStatusQuery>();
        host.Services.AddSingleton<FindLeads>().AddSingleton<IPurgeable, PurgeCalls>().AddSingleton<IPurgeable, PurgeLeads>();
        PageList.AddTo(host.Services);
        return host;
    }

    public static IEndpointRouteBuilder MapBitrix24(this IEndpointRouteBuilder routes)
    {
        StatusEndpoint.Map(routes);
        return routes;
    }
}
