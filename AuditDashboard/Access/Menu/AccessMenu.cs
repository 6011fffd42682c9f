using AuditDashboard.Access.People;
using AuditDashboard.Access.SecondFactor;
using AuditDashboard.Ui;
using MudBlazor;

namespace AuditDashboard.Access.Menu;

/// <summary>Where the pages of this capability hang.</summary>
internal static class AccessMenu
{
    public static void AddTo(IServiceCollection services)
    {
        services.AddSingleton(new NavItem("access-log", Icons.Material.Outlined.FactCheck, typeof(AccessText), "JournalTitle", NavSection.System, 30));
        services.AddSingleton(
            new SettingsLink("settings/people", Icons.Material.Outlined.Group, typeof(AccessText), "PeopleTitle", 20) { Roles = [Roles.Owner] });
        services.AddSingleton(
            new SettingsLink("settings/keys", Icons.Material.Outlined.VpnKey, typeof(AccessText), "KeysTitle", 30) { Roles = [Roles.Owner] });
        services.AddSingleton(new SettingsLink("password", Icons.Material.Outlined.Password, typeof(AccessText), "ChangePassword", 90));
        services.AddSingleton(new SettingsLink("second-factor", Icons.Material.Outlined.PhonelinkLock, typeof(SecondFactorText), "Title", 91));
    }
}
