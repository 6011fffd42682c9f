using AuditDashboard.Foundation;
using AuditDashboard.Ingestion.Api;
using AuditDashboard.Ingestion.Frameworks;
using AuditDashboard.Ingestion.Limits;
using AuditDashboard.Ingestion.Otlp;
using AuditDashboard.Ingestion.Quarantine;
using AuditDashboard.Ingestion.Taking;
using AuditDashboard.Storage;
using AuditDashboard.Ui;
using MudBlazor;

namespace AuditDashboard.Ingestion;

/// <summary>The general way in: the events API and quarantine.</summary>
public static class IngestionModule
{
    public static IHostApplicationBuilder AddIngestion(this IHostApplicationBuilder host)
    {
        host.Services.AddOptions<IngestionOptions>().BindConfiguration(IngestionOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        host.Services.AddSingleton<TakeEvents>();
        host.Services.AddSingleton<OweEvents>();
        host.Services.AddSingleton<IIngest>(services => services.GetRequiredService<OweEvents>());
        host.Services.AddHostedService(services => services.GetRequiredService<OweEvents>());
        host.Services.AddSingleton<Pulse<RefusedCalls.Added>>();
        host.Services.AddSingleton<RefusedCalls>();
        host.Services.AddSingleton<EventRate>();
        host.Services.AddSingleton<EventBody>().AddSingleton<IReadAgain, FrameworkBodies>();
        host.Services.AddSingleton<StoreEvents>().AddSingleton<ReceiveEvents>();
        host.Services.AddSingleton<Pulse<QuarantineChanged>>();
        host.Services.AddSingleton<QuarantineTrim>().AddSingleton<IPurgeable, PurgeQuarantine>();
        host.Services.AddSingleton<IQuarantine, KeepRefused>();
        host.Services.AddSingleton<QuarantineQuery>();
        host.Services.AddSingleton<DiscardQuarantined>();
        host.Services.AddSingleton<RetryQuarantined>();
        host.Services.AddSingleton<IReadAgain, ReadEventsAgain>();
        host.Services.AddSingleton<QuarantineEndpoints>();
        host.Services.AddScoped<ReviewQuarantine>();
        OtlpList.AddTo(host.Services);
        host.Services.AddSingleton(
            new SettingsLink("settings/quarantine", Icons.Material.Outlined.Inbox, typeof(IngestionText), "QuarantineTitle", 60) { Roles = ["owner"] });
        host.Services.AddSingleton(QuarantineAttention.Item);
        return host;
    }

    public static void MapIngestion(this WebApplication app)
    {
        app.Map(ReceiveEvents.Route, app.Services.GetRequiredService<ReceiveEvents>().HandleAsync).ShortCircuit();
        OtlpList.MapTo(app);
        app.Services.GetRequiredService<QuarantineEndpoints>().Map(app);
    }
}
