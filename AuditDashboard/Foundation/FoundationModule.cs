namespace AuditDashboard.Foundation;

public static class FoundationModule
{
    public static IHostApplicationBuilder AddFoundation(this IHostApplicationBuilder host)
    {
        host.Services.AddSingleton(TimeProvider.System);
        host.Services.AddSingleton<Restart>();
        host.Services.AddOptions<OutboundOptions>().BindConfiguration(OutboundOptions.Section).ValidateOnStart();
        return host;
    }
}
