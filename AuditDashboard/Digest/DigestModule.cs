using AuditDashboard.Digest.Alarms;
using AuditDashboard.Digest.Chats;
using AuditDashboard.Digest.Page;
using AuditDashboard.Digest.Sending;
using AuditDashboard.Digest.Writing;
using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using AuditDashboard.Ui;
using MudBlazor;
using Quartz;

namespace AuditDashboard.Digest;

/// <summary>What owners are told in their own messenger: the morning's digest, and what cannot wait for it.</summary>
public static class DigestModule
{
    public static IHostApplicationBuilder AddDigest(this IHostApplicationBuilder host)
    {
        var services = host.Services;
        services.AddSingleton<Pulse<DigestChanged>>().AddSingleton<IAppendStep, BindStep>().AddSingleton<IPurgeable, PurgeChats>();
        services.AddSingleton<WaitingQuery>().AddSingleton<WorthReadingQuery>().AddSingleton<DayNumbersQuery>().AddSingleton<WriteDigest>().AddSingleton<MakeDueDigest>();
        services.AddSingleton<WatchAlarms>().AddSingleton<SendOwnerMessages>().AddSingleton<TellOwners>().AddHostedService<RecoverOwnerMessages>();
        services.AddScoped<BindChat>().AddScoped<ChangeChat>().AddScoped<DigestQuery>();
        services.AddSingleton(new SettingsLink("settings/digest", Icons.Material.Outlined.MarkChatUnread, typeof(DigestText), "Title", 18) { Roles = ["owner"] });
        services.AddOptions<DigestOptions>().BindConfiguration(DigestOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        var seconds = host.Configuration.GetValue($"{DigestOptions.Section}:{nameof(DigestOptions.SweepSeconds)}", new DigestOptions().SweepSeconds);
        if (seconds > 0)
        {
            services.AddQuartz(quartz => quartz
                .AddJob<TellOwnersJob>(job => job.WithIdentity(TellOwnersJob.Key))
                .AddTrigger(trigger => trigger.ForJob(TellOwnersJob.Key).WithSimpleSchedule(every => every.WithInterval(TimeSpan.FromSeconds(seconds)).RepeatForever())));
        }

        return host;
    }
}
