using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Notices.Outbox;
using AuditDashboard.Notices.Page;
using AuditDashboard.Notices.Planning;
using AuditDashboard.Notices.Sending;
using AuditDashboard.Ui;
using Quartz;

namespace AuditDashboard.Notices;

/// <summary>Signed notices to a bot's own address: checkpoints of the log, erased clients, and a try (http-api.md section 6).</summary>
public static class NoticesModule
{
    public static IHostApplicationBuilder AddNotices(this IHostApplicationBuilder host)
    {
        var services = host.Services;
        services.AddOptions<NoticeOptions>().BindConfiguration(NoticeOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<Pulse<NoticesChanged>>().AddSingleton<NoticeShelf>().AddSingleton<IAppendStep, ErasureNoticeStep>();
        services.AddSingleton<PlanCheckpoints>().AddSingleton<SendNotice>().AddSingleton<SendNotices>();
        services.AddSingleton<NoticesQuery>().AddScoped<RepeatNotices>().AddSingleton(new NoticedEndpointPart(10, typeof(NoticeState)));
        var seconds = host.Configuration.GetValue($"{NoticeOptions.Section}:{nameof(NoticeOptions.SweepSeconds)}", new NoticeOptions().SweepSeconds);
        if (seconds > 0)
        {
            services.AddQuartz(quartz => quartz
                .AddJob<SendNoticesJob>(job => job.WithIdentity(SendNoticesJob.Key))
                .AddTrigger(trigger => trigger.ForJob(SendNoticesJob.Key).WithSimpleSchedule(every => every.WithInterval(TimeSpan.FromSeconds(seconds)).RepeatForever())));
        }

        return host;
    }
}
