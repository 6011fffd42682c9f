using AuditDashboard.Events.Log;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Events;

public static class EventsModule
{
    public static IHostApplicationBuilder AddEvents(this IHostApplicationBuilder host)
    {
        host.Services.AddOptions<EventLogOptions>().BindConfiguration(EventLogOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        host.Services.AddOptions<RetentionOptions>().BindConfiguration(RetentionOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        host.Services.AddSingleton(services => new ContentPeriod(TimeSpan.FromDays(services.GetRequiredService<IOptions<RetentionOptions>>().Value.Days)));
        host.Services.AddSingleton<Pulse<EventsAppended>>();
        host.Services.AddSingleton<EventWriter>();
        host.Services.AddSingleton<IEventLog, EventLog>();
        host.Services.AddSingleton<IEventReader, EventReader>();
        host.Services.AddSingleton<IEventPlaces, EventPlaces>();
        host.Services.AddSingleton<ILoggedEvents, LoggedEvents>();
        host.Services.AddSingleton<IBotRemoval, RemoveEvents>();
        host.Services.AddSingleton<IPurgeable, EventPurge>();
        return host;
    }
}
