using AuditDashboard.Ingestion.Otlp.Joining;
using AuditDashboard.Storage;

namespace AuditDashboard.Ingestion.Otlp;

/// <summary>Registration and routes of the OpenTelemetry way in.</summary>
internal static class OtlpList
{
    public static readonly string Envelope = "otlp";

    public static void AddTo(IServiceCollection services)
    {
        services.AddOptions<OtlpOptions>().BindConfiguration(OtlpOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<OtlpCounts>().AddSingleton<StoreTold>().AddSingleton<ReceiveTelemetry>();
        services.AddSingleton<ISignal, TakeTraces>().AddSingleton<ISignal, TakeLogs>().AddSingleton<ISignal, CountMetrics>();
        services.AddSingleton<SettleWords>().AddHostedService<WordsClock>().AddSingleton<IBotRemoval>(new RemoveBotRows<PartRow>(90, nameof(PartRow.Bot)));
        services.AddSingleton<IPurgeable, PurgeParts>();
    }

    public static void MapTo(IEndpointRouteBuilder routes)
    {
        var receiving = routes.ServiceProvider.GetRequiredService<ReceiveTelemetry>();
        foreach (var signal in routes.ServiceProvider.GetServices<ISignal>())
        {
            routes.Map($"/v1/{signal.Name}", context => receiving.HandleAsync(context, signal)).ShortCircuit();
            routes.Map($"/otlp/v1/{signal.Name}", context => receiving.HandleAsync(context, signal)).ShortCircuit();
        }
    }
}
