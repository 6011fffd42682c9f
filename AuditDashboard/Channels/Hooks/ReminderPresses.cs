using AuditDashboard.Conversations;

namespace AuditDashboard.Channels.Hooks;

/// <summary>
/// A press under a reminder is a word about a booking only when that booking exists and is this client's (or nobody's yet); anybody can replay an old
/// keyboard, so any other press stays a plain button with <c>data.unmatched</c> (http-api.md section 4).
/// </summary>
internal sealed class ReminderPresses(IBookings bookings, IClients clients)
{
    /// <returns>The same events in their order; each press that counts is followed by what it means for the booking.</returns>
    public async ValueTask<IReadOnlyList<ChannelEvent>> ResolveAsync(string bot, IReadOnlyList<ChannelEvent> events, CancellationToken cancel)
    {
        if (events.All(happened => happened.Pressed is null))
        {
            return events;
        }

        List<ChannelEvent> resolved = [];
        foreach (var happened in events)
        {
            if (happened.Pressed is not { } button)
            {
                resolved.Add(happened);
            }
            else if (await TheirsAsync(bot, button, happened.ClientId, cancel) is { } booking)
            {
                var named = button with { BookingId = booking };
                resolved.Add(With(happened, "payload", named.Payload));
                resolved.Add(Meaning(happened, named));
            }
            else
            {
                resolved.Add(With(With(happened, "payload", button.Payload), "unmatched", true));
            }
        }

        return resolved;
    }

    private static ChannelEvent With(ChannelEvent press, string name, object value) =>
        press with { Data = new Dictionary<string, object>(press.Data) { [name] = value } };

    private static ChannelEvent Meaning(ChannelEvent press, ReminderButton button) => press with
    {
        Id = $"{press.Id}-booking", Type = button.EventType, Kind = null, Text = null, InReplyTo = null, BookingId = button.BookingId,
        Data = ChannelEvent.Named(("by", "button"), ("wish", button.IsWishToMove ? "reschedule" : null)),
    };

    /// <returns>The booking's own id, where it is this client's or nobody's yet.</returns>
    private async ValueTask<string?> TheirsAsync(string bot, ReminderButton button, string? client, CancellationToken cancel) =>
        await bookings.OwnerAsync(bot, button.BookingId, cancel) is { } owner
        && (owner.ClientAddress is not { } address || address == client || (client is not null && await AreOneAsync(address, client, cancel)))
            ? owner.BookingId
            : null;

    /// <summary>A booking system knows the client by another address than the messenger does; the equal phone has joined them.</summary>
    private async ValueTask<bool> AreOneAsync(string one, string other, CancellationToken cancel) =>
        (await clients.MembersAsync(one, cancel)).Intersect(await clients.MembersAsync(other, cancel)).Any();
}
