using AuditDashboard.Events;
using AuditDashboard.Foundation;

namespace AuditDashboard.Conversations.Exports;

/// <summary>What one event says about a booking; small, since all of them are held at once.</summary>
internal sealed record BookingDeed(
    DateTimeOffset At, long Seq, string Bot, string Type, string? Actor, bool IsRefusal, string? RootId, EventContent.BookingPart Booking,
    ClientId? ClientId, EventContent.ClientPart? Client, string? Channel, string? Branch)
{
    public static BookingDeed Of(StoredEvent stored, EventContent.BookingPart booking) => new(
        stored.EffectiveAt, stored.Seq, stored.Bot, stored.Type, stored.Content!.Actor, IsClients(stored), stored.Content.DataText("rootId"), booking,
        stored.ClientId, stored.Content.Client, stored.Channel, stored.Branch);

    /// <summary>A cancelling by nobody named is the client's (kpi-notes.md section 5).</summary>
    private static bool IsClients(StoredEvent stored) =>
        stored.Type == EventTypes.BookingDeclined || (stored.Type == EventTypes.BookingCancelled && stored.Content!.DataText("by") is null or "client");
}
