using AuditDashboard.Reminders.Removal;
using AuditDashboard.Storage;
using Quartz;

namespace AuditDashboard.Reminders.Slots;

/// <summary>Registration of freed hours and of who is asked for them.</summary>
internal static class SlotList
{
    public static void AddTo(IServiceCollection services)
    {
        services.AddSingleton<SlotWords>().AddSingleton<SlotMessage>().AddSingleton<SendOffer>().AddSingleton<WaitingList>().AddSingleton<OfferNext>().AddScoped<SlotsQuery>().AddScoped<OfferSlot>();
        services.AddQuartz(quartz => quartz
            .AddJob<OfferNextJob>(job => job.WithIdentity(OfferNextJob.Key))
            .AddTrigger(trigger => trigger.ForJob(OfferNextJob.Key).WithSimpleSchedule(every => every.WithInterval(TimeSpan.FromMinutes(1)).RepeatForever())));
        services.AddSingleton<IPurgeable, PurgeSlotOffers>();
        services.AddSingleton<IBotRemoval>(new RemoveBotRows<SlotOfferRow>(34, nameof(SlotOfferRow.Bot)));
    }
}
