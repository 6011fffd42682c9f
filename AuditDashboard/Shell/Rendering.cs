using AuditDashboard.Ui;
using MudBlazor;
using MudBlazor.Services;

namespace AuditDashboard.Shell;

/// <summary>Circuits with their limits, and the component library in Russian.</summary>
internal static class Rendering
{
    public static void AddTo(IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents(options =>
        {
            options.DisconnectedCircuitMaxRetained = 50;
            options.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(2);
            options.JSInteropDefaultCallTimeout = TimeSpan.FromSeconds(30);
        });
        services.AddMudServices(options =>
        {
            options.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomRight;
            options.SnackbarConfiguration.MaxDisplayedSnackbars = 3;
            options.SnackbarConfiguration.MaximumOpacity = 100; // what shines through takes contrast from the words
        });
        services.AddTransient<MudLocalizer, RuMudLocalizer>();
    }

    // The component library adds a frame policy of its own; ours says it already.
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
}
