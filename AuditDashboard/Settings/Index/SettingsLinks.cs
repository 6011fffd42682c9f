using AuditDashboard.Ui;
using MudBlazor;

namespace AuditDashboard.Settings.Index;

/// <summary>The owner's pages of settings on the start page of settings.</summary>
internal static class SettingsLinks
{
    private static readonly (string Page, string Icon, string Key, int Order)[] Pages =
    [
        ("salon", Icons.Material.Outlined.Storefront, "SalonTitle", 10), ("hours", Icons.Material.Outlined.Schedule, "HoursTitle", 12),
        ("goals", Icons.Material.Outlined.Flag, "GoalsTitle", 14), ("prices", Icons.Material.Outlined.Payments, "PricesTitle", 16),
    ];

    public static void AddTo(IServiceCollection services)
    {
        foreach (var (page, icon, key, order) in Pages)
        {
            services.AddSingleton(new SettingsLink($"settings/{page}", icon, typeof(SettingsText), key, order) { Roles = ["owner"] });
        }
    }
}
