using AuditDashboard.Replay.Reading;

namespace AuditDashboard.Replay;

/// <summary>Registration of the replay. It owns no table and no route but its page.</summary>
public static class ReplayModule
{
    public static IHostApplicationBuilder AddReplay(this IHostApplicationBuilder host)
    {
        host.Services.AddSingleton<TimelineReader>();
        host.Services.AddScoped<TimelineQuery>();
        host.Services.AddScoped<PayloadQuery>();
        host.Services.AddScoped<RevealPhone>();
        return host;
    }
}
