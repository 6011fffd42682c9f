namespace AuditDashboard.Foundation;

public static class FoundationModule
{
    public static IHostApplicationBuilder AddFoundation(this IHostApplicationBuilder host)
    {
        host.Services.AddSingleton(TimeProvider.System);
        return host;
    }
}
