using AuditDashboard.Channels.Endpoints;
using AuditDashboard.Ui;
using MudBlazor;

namespace AuditDashboard.Channels.Connect;

/// <summary>Registration of the page of integrations and its place in the menu.</summary>
internal static class IntegrationsList
{
    public static void AddTo(IServiceCollection services)
    {
        services.AddScoped<NoteEndpointDeed>().AddScoped<ConnectEndpoint>().AddScoped<ChangeEndpoint>();
        services.AddScoped<ConnectionActs>().AddScoped<ConnectBot>().AddScoped<ConnectionsQuery>().AddSingleton<LiveCheckQuery>().AddSingleton<PublicAddress>();
        services.AddSingleton(
            new NavItem("integrations", Icons.Material.Outlined.Webhook, typeof(ConnectText), "Title", NavSection.System, 20) { Roles = ["owner"] });
    }
}
