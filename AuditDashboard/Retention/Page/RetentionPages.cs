using AuditDashboard.Retention.Dossier;
using AuditDashboard.Retention.Erasure;
using AuditDashboard.Retention.Holds;
using AuditDashboard.Retention.Rules;
using AuditDashboard.Retention.Runs;
using AuditDashboard.Ui;
using MudBlazor;

namespace AuditDashboard.Retention.Page;

/// <summary>Registration of what a person may do here, and where its pages hang.</summary>
internal static class RetentionPages
{
    private static readonly string[] Owner = ["owner"];

    public static void AddTo(IServiceCollection services)
    {
        services.AddScoped<ChangeRetention>().AddScoped<ChangeHolds>().AddScoped<RunActs>().AddScoped<ErasureDesk>().AddScoped<SubjectRequests>();
        services.AddScoped<ErasureList>().AddScoped<RetentionQuery>().AddScoped<RetentionActs>().AddScoped<ClientDataQuery>().AddScoped<ClientDataActs>();
        foreach (var item in RetentionAttention.Items)
        {
            services.AddSingleton(item);
        }

        services.AddSingleton(new SettingsLink("settings/retention", Icons.Material.Outlined.AutoDelete, typeof(RetentionText), "RetentionTitle", 50) { Roles = Owner });
        services.AddSingleton(new ClientLink("data", Icons.Material.Outlined.PrivacyTip, typeof(RetentionText), "ClientDataLink", 10) { Roles = Owner });
    }
}
