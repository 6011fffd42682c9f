using AuditDashboard.Conversations.Bookings;
using AuditDashboard.Events;
using AuditDashboard.Foundation;

namespace AuditDashboard.Conversations;

/// <summary>What one event says about a booking; small, since all of them are held at once.</summary>
public sealed record BookingDeed(
    DateTimeOffset At, long Seq, string Bot, string Type, string? Actor, bool IsRefusal, string? RootId, EventContent.BookingPart Booking,
    ClientId? ClientId, EventContent.ClientPart? Client, string? Channel, string? Branch) : IBookingWord
{
    public static BookingDeed Of(StoredEvent stored, EventContent.BookingPart booking) => new(
        stored.EffectiveAt, stored.Seq, stored.Bot, stored.Type, stored.Content!.Actor, VisitPlan.IsRefusal(stored.Type, stored.Content), stored.Content.DataText("rootId"), booking,
        stored.ClientId, stored.Content.Client, stored.Channel, stored.Branch);

    /// <summary>The same of an event on its way to disk, for steps after Conversations.</summary>
    public static BookingDeed Of(AppendingEvent appending, EventContent.BookingPart booking) => new(
        appending.EffectiveAt, appending.Seq, appending.Draft.Bot, appending.Content.Type, appending.Content.Actor, VisitPlan.IsRefusal(appending.Content.Type, appending.Content),
        appending.Content.DataText("rootId"), booking, appending.ClientId, appending.Content.Client, appending.Channel ?? appending.Content.Channel,
        appending.Branch ?? appending.Content.Branch ?? appending.Draft.Branch);

    bool IBookingWord.IsCancelledBySalon => Type == EventTypes.BookingCancelled && !IsRefusal;

    /// <summary>A client's words are no event of the booking.</summary>
    bool IBookingWord.ConfirmsInWords => false;

    DateTimeOffset? IBookingWord.Start => Booking.Start;
}
