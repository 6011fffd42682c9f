using AuditDashboard.Ingestion;

namespace AuditDashboard.Channels.Hooks;

internal static class KindRegistration
{
    /// <summary>Registers an adapter, also as the reader of its own quarantined bodies where it can read them.</summary>
    public static void AddKind<TKind>(this IServiceCollection services)
        where TKind : class, IChannelKind
    {
        services.AddSingleton<TKind>();
        services.AddSingleton<IChannelKind>(provider => provider.GetRequiredService<TKind>());
        if (typeof(TKind).IsAssignableTo(typeof(IReadAgain)))
        {
            services.AddSingleton(provider => (IReadAgain)(object)provider.GetRequiredService<TKind>());
        }
    }
}
