using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Reminders.Answers;
using AuditDashboard.Reminders.Api;
using AuditDashboard.Reminders.Appointments;
using AuditDashboard.Reminders.Board;
using AuditDashboard.Reminders.Calendars;
using AuditDashboard.Reminders.FollowUps;
using AuditDashboard.Reminders.Outages;
using AuditDashboard.Reminders.Planning;
using AuditDashboard.Reminders.Reach;
using AuditDashboard.Reminders.Removal;
using AuditDashboard.Reminders.Rules;
using AuditDashboard.Reminders.Sending;
using AuditDashboard.Reminders.WriteBack;
using AuditDashboard.Storage;
using Microsoft.Extensions.Options;
using Quartz;

namespace AuditDashboard.Reminders;

/// <summary>Bookings as they are now, and messages about them that arrive once, at the right hour.</summary>
public static class RemindersModule
{
    public static IHostApplicationBuilder AddReminders(this IHostApplicationBuilder host)
    {
        var services = host.Services;
        services.AddOptions<ReminderOptions>().BindConfiguration(ReminderOptions.Section).ValidateOnStart();
        services.AddOptions<SweepOptions>().BindConfiguration(SweepOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<ReminderOptions>, ReminderOptionsRules>().AddSingleton<ReminderRules>().AddSingleton<ClientWords>();
        services.AddSingleton<Pulse<AppointmentsChanged>>().AddSingleton<PressQueue>().AddHostedService<SettlePresses>();
        services.AddSingleton<ReminderStep>().AddSingleton<IAppendStep>(provider => provider.GetRequiredService<ReminderStep>());
        FollowUpsList.AddTo(services);
        services.AddSingleton<ReminderMessage>().AddSingleton<DueReminders>().AddSingleton<ClaimReminders>().AddSingleton<TellReminders>().AddSingleton<SendDueReminders>();
        services.AddSingleton<ReadOldBookings>().AddSingleton<PlanAgain>().AddSingleton<RecoverReminders>().AddHostedService<StartReminders>();
        services.AddSingleton<KeepHeartbeat>().AddSingleton<TellAttendance>().AddSingleton<BookingsQuery>().AddSingleton<TellBooking>();
        services.AddSingleton<IPurgeable, PurgeAppointments>().AddSingleton<IPurgeable, PurgeFollowUps>();
        services.AddSingleton<IBotRemoval>(new RemoveBotRows<AppointmentRow>(30, nameof(AppointmentRow.Bot)));
        services.AddSingleton<IBotRemoval>(new RemoveBotRows<AppointmentDeedRow>(31, nameof(AppointmentDeedRow.Bot)));
        services.AddSingleton<IBotRemoval>(new RemoveBotRows<ReachRow>(32, nameof(ReachRow.Bot)));
        BoardList.AddTo(services);
        CalendarList.AddTo(services);
        var sweep = TimeSpan.FromSeconds(host.Configuration.GetValue($"{SweepOptions.Section}:{nameof(SweepOptions.SweepSeconds)}", new SweepOptions().SweepSeconds));
        services.AddQuartz(quartz => quartz
            .AddJob<SendDueRemindersJob>(job => job.WithIdentity(SendDueRemindersJob.Key))
            .AddTrigger(trigger => trigger.ForJob(SendDueRemindersJob.Key).WithSimpleSchedule(every => every.WithInterval(sweep).RepeatForever()))
            .AddJob<TellAttendanceJob>(job => job.WithIdentity(TellAttendanceJob.Key))
            .AddTrigger(trigger => trigger.ForJob(TellAttendanceJob.Key).WithSimpleSchedule(every => every.WithInterval(TimeSpan.FromSeconds(15)).RepeatForever()))
            .AddJob<KeepHeartbeatJob>(job => job.WithIdentity(KeepHeartbeatJob.Key))
            .AddTrigger(trigger => trigger.ForJob(KeepHeartbeatJob.Key).WithSimpleSchedule(every => every.WithInterval(KeepHeartbeat.Often).RepeatForever())));
        return host;
    }

    public static IEndpointRouteBuilder MapReminders(this IEndpointRouteBuilder routes)
    {
        BookingsEndpoint.Map(routes);
        CalendarEndpoint.Map(routes);
        return routes;
    }
}
