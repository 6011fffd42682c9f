using AuditDashboard.Bitrix24.Client;
using AuditDashboard.Bitrix24.Connect;
using AuditDashboard.Bitrix24.Incoming;
using AuditDashboard.Bitrix24.Outbox;
using AuditDashboard.Bitrix24.Portal;
using AuditDashboard.Events;
using AuditDashboard.Foundation;
using Microsoft.Extensions.Options;
using Quartz;

namespace AuditDashboard.Bitrix24.Sending;

/// <summary>Registration of whatever works with the portal.</summary>
internal static class SendingList
{
    public static void AddTo(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<BitrixOptions>().BindConfiguration(BitrixOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<PortalProvisioning>().BindConfiguration(PortalProvisioning.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<PortalProvisioning>, PortalProvisioning.Validator>();
        services.AddSingleton<Pulse<BitrixChanged>>();
        services.AddSingleton<PortalSeal>().AddSingleton<PortalStore>().AddHostedService<ProvisionPortal>();
        services.AddSingleton<OutboxStep>().AddSingleton<IAppendStep>(provider => provider.GetRequiredService<OutboxStep>());
        services.AddSingleton<BitrixClient>().AddSingleton<CallLimits>().AddSingleton<CallJournal>().AddSingleton<PortalCalls>().AddSingleton<BatchReads>();
        services.AddSingleton<OutboxQueue>().AddSingleton<Courier>().AddSingleton<FindItem>().AddSingleton<FollowLead>().AddSingleton<AddDeal>().AddSingleton<TouchItem>();
        services.AddSingleton<ReadContents>().AddSingleton<RelinkLead>().AddSingleton<TellLog>().AddSingleton<JudgeDelivery>().AddSingleton<DeliveryKinds>().AddSingleton<SendOne>();
        services.AddSingleton<IDeliver, DeliverLead>().AddSingleton<IDeliver, DeliverStage>().AddSingleton<IDeliver, DeliverSum>().AddSingleton<IDeliver, DeliverLog>();
        services.AddSingleton<IDeliver, DeliverTodo>().AddSingleton<IDeliver, DeliverComment>().AddSingleton<IDeliver, DeliverBooking>();
        services.AddSingleton<PortalTurn>().AddSingleton<KeepPortal>().AddSingleton<MakeUserFields>().AddSingleton<LearnPortal>().AddSingleton<OutboxWork>().AddSingleton<SendOutbox>().AddSingleton<ResumeSending>();
        services.AddSingleton<ApplyItem>().AddSingleton<LookAtItems>().AddSingleton<FetchChanges>().AddSingleton<PollReads>().AddSingleton<PollChanges>().AddSingleton<ReconcileLeads>().AddSingleton<PlanDigests>();
        services.AddHostedService<SendLoop>();
        AddJobs(services, configuration);
    }

    private static void AddJobs(IServiceCollection services, IConfiguration configuration)
    {
        var sweep = configuration.GetValue($"{BitrixOptions.Section}:{nameof(BitrixOptions.SweepSeconds)}", 5);
        var poll = configuration.GetValue($"{PortalProvisioning.Section}:{nameof(PortalProvisioning.PollSeconds)}", 600);
        services.AddQuartz(quartz =>
        {
            if (sweep > 0)
            {
                quartz.AddJob<SendOutboxJob>(job => job.WithIdentity(SendOutboxJob.Key))
                    .AddTrigger(trigger => trigger.ForJob(SendOutboxJob.Key).WithSimpleSchedule(every => every.WithInterval(TimeSpan.FromSeconds(sweep)).RepeatForever()));
            }

            if (poll > 0)
            {
                quartz.AddJob<PollChangesJob>(job => job.WithIdentity(PollChangesJob.Key))
                    .AddTrigger(trigger => trigger.ForJob(PollChangesJob.Key).WithSimpleSchedule(every => every.WithInterval(TimeSpan.FromSeconds(poll)).RepeatForever()));
            }

            quartz.AddJob<PlanDigestsJob>(job => job.WithIdentity(PlanDigestsJob.Key))
                .AddTrigger(trigger => trigger.ForJob(PlanDigestsJob.Key).WithSimpleSchedule(every => every.WithInterval(TimeSpan.FromMinutes(5)).RepeatForever()))
                .AddJob<ReconcileLeadsJob>(job => job.WithIdentity(ReconcileLeadsJob.Key))
                .AddTrigger(trigger => trigger.ForJob(ReconcileLeadsJob.Key).WithSimpleSchedule(every => every.WithInterval(TimeSpan.FromMinutes(10)).RepeatForever()));
        });
    }
}
