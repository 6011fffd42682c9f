using AuditDashboard.Events;
using AuditDashboard.Foundation;

namespace AuditDashboard.Conversations;

/// <summary>What one event says about a booking; small, since all of them are held at once.</summary>
public sealed record BookingDeed(
    DateTimeOffset At, long Seq, string Bot, string Type, string? Actor, bool IsRefusal, string? RootId, EventContent.BookingPart Booking,
    ClientId? ClientId, EventContent.ClientPart? Client, string? Channel, string? Branch)
{
    public static BookingDeed Of(StoredEvent stored, EventContent.BookingPart booking) => new(
        stored.EffectiveAt, stored.Seq, stored.Bot, stored.Type, stored.Content!.Actor, IsClients(stored.Type, stored.Content), stored.Content.DataText("rootId"), booking,
        stored.ClientId, stored.Content.Client, stored.Channel, stored.Branch);

    /// <summary>The same of an event on its way to disk, for steps after Conversations.</summary>
    public static BookingDeed Of(AppendingEvent appending, EventContent.BookingPart booking) => new(
        appending.EffectiveAt, appending.Seq, appending.Draft.Bot, appending.Content.Type, appending.Content.Actor, IsClients(appending.Content.Type, appending.Content),
        appending.Content.DataText("rootId"), booking, appending.ClientId, appending.Content.Client, appending.Channel ?? appending.Content.Channel,
        appending.Branch ?? appending.Content.Branch ?? appending.Draft.Branch);

    /// <summary>A cancelling by nobody named is the client's (kpi-notes.md section 5).</summary>
    private static bool IsClients(string type, EventContent content) =>
        type == EventTypes.BookingDeclined || (type == EventTypes.BookingCancelled && content.DataText("by") is null or "client");
}
