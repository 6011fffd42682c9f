using AuditDashboard.Foundation;

namespace AuditDashboard.Reminders.Slots;

/// <summary>B6: hours that were given back.</summary>
/// <param name="Filled">Of <paramref name="All"/> in the last 30 days.</param>
/// <param name="Kopecks">What the bookings in the filled hours cost by the owner's prices; null = unknown, or not for this viewer.</param>
internal sealed record SlotsView(int Filled, int All, long? Kopecks, IReadOnlyList<SlotsView.Slot> Open, bool MayAct)
{
    /// <param name="Wall">By the clock of the branch.</param>
    /// <param name="Winner">The key of the offer that was taken.</param>
    public sealed record Slot(string Key, string Booking, DateTime Wall, string? Service, string? Staff, string? Branch, IReadOnlyList<Person> People, string? Winner);

    /// <summary>Somebody who wanted a time and found none.</summary>
    /// <param name="State">Of the offer: offered | taken | refused | late | failed | expired; null = not asked yet.</param>
    public sealed record Person(ClientId ClientId, string? Name, DateTimeOffset Since, string Offer, string? State, DateTimeOffset? Until);
}
