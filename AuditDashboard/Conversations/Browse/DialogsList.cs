using AuditDashboard.Conversations.Browse.Saved;
using AuditDashboard.Ui;
using MudBlazor;

namespace AuditDashboard.Conversations.Browse;

/// <summary>Registration of the list of dialogs and its place in the menu.</summary>
internal static class DialogsList
{
    public static void AddTo(IServiceCollection services)
    {
        services.AddScoped<DialogsQuery>().AddScoped<SavedFilters>();
        services.AddSingleton(
            new NavItem("dialogs", Icons.Material.Outlined.Forum, typeof(DialogsText), "Title", NavSection.Main, 20) { Shortcut = 'd', OnPhone = true });
    }
}
