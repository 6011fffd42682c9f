using AuditDashboard.Conversations.Browse;
using AuditDashboard.Ui;
using MudBlazor;

namespace AuditDashboard.Conversations;

/// <summary>The list of dialogs and its place in the menu.</summary>
public static class DialogsModule
{
    public static IHostApplicationBuilder AddDialogs(this IHostApplicationBuilder host)
    {
        host.Services.AddScoped<DialogsQuery>();
        host.Services.AddSingleton(
            new NavItem("dialogs", Icons.Material.Outlined.Forum, typeof(DialogsText), "Title", NavSection.Main, 20) { Shortcut = 'd', OnPhone = true });
        return host;
    }
}
