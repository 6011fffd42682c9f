using AuditDashboard.Reminders.Removal;
using AuditDashboard.Storage;

namespace AuditDashboard.Reminders.Slots;

/// <summary>Registration of freed hours and of who is asked for them.</summary>
internal static class SlotList
{
    public static void AddTo(IServiceCollection services)
    {
        services.AddSingleton<SlotWords>().AddSingleton<SlotMessage>().AddScoped<SlotsQuery>().AddScoped<OfferSlot>();
        services.AddSingleton<IPurgeable, PurgeSlotOffers>();
        services.AddSingleton<IBotRemoval>(new RemoveBotRows<SlotOfferRow>(34, nameof(SlotOfferRow.Bot)));
    }
}
