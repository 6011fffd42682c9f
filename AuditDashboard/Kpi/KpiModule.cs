using AuditDashboard.Conversations;
using AuditDashboard.Foundation;
using AuditDashboard.Kpi.Drill;
using AuditDashboard.Kpi.Reports;
using AuditDashboard.Kpi.Rollup;
using AuditDashboard.Storage;

namespace AuditDashboard.Kpi;

/// <summary>The numbers: counted behind the log, read from sums.</summary>
public static class KpiModule
{
    public static IHostApplicationBuilder AddKpi(this IHostApplicationBuilder host)
    {
        host.Services.AddSingleton<Pulse<KpiChanged>>();
        host.Services.AddSingleton<IStoryStep, KpiStep>();
        host.Services.AddSingleton<IBotRemoval, RemoveBotUnits>();
        host.Services.AddSingleton<DayShelf>().AddSingleton<ReleaseMoments>();
        host.Services.AddSingleton<KpiReportQuery>();
        host.Services.AddSingleton<IKpiReports>(services => services.GetRequiredService<KpiReportQuery>());
        host.Services.AddSingleton<IKpiOverviews, KpiOverviewQuery>();
        host.Services.AddSingleton<IKpiDrillDown, DrillDownQuery>();
        return host;
    }

    public static IEndpointRouteBuilder MapKpi(this IEndpointRouteBuilder routes)
    {
        KpiEndpoint.Map(routes);
        RebuildEndpoint.Map(routes);
        return routes;
    }
}
