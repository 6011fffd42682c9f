using AuditDashboard.Kpi.Attribution;
using AuditDashboard.Kpi.Judging;
using AuditDashboard.Kpi.Rows;
using AuditDashboard.Kpi.Tiles;
using AuditDashboard.Ui;
using MudBlazor;

namespace AuditDashboard.Kpi;

/// <summary>The start page: the numbers of a period, live, and the rows behind each.</summary>
public static class OverviewModule
{
    public static IHostApplicationBuilder AddOverview(this IHostApplicationBuilder host)
    {
        host.Services.AddScoped<PlaceQuery>().AddScoped<AttentionQuery>().AddScoped<OverviewQuery>().AddScoped<NumberQuery>();
        host.Services.AddScoped<AttributionQuery>().AddSingleton(new PagePart("channels", typeof(AttributionCard), 10));
        host.Services.AddScoped<JudgedQuery>().AddScoped<JudgeUnit>();
        host.Services.AddSingleton(
            new NavItem("", Icons.Material.Outlined.SpaceDashboard, typeof(OverviewText), "Title", NavSection.Main, 10) { Shortcut = 'o', OnPhone = true });
        host.Services.AddSingleton(new NavItem("duplicates", Icons.Material.Outlined.ContentCopy, typeof(JudgedText), "Title", NavSection.Quality, 40));
        return host;
    }
}
