namespace AuditDashboard.Conversations;

/// <param name="BookingId">The sender's id, where it was found by another name.</param>
/// <param name="ClientAddress">Whose booking it is; null = nobody's yet.</param>
public sealed record BookingOwner(string BookingId, string? ClientAddress);

/// <summary>Which bookings exist, for buttons under reminders.</summary>
public interface IBookings
{
    /// <summary>
    /// The bot's booking of this id or short key (<see cref="BookingLine.KeyOf"/>); else the one booking of another bot with this id whose client is known:
    /// a booking system's is reminded of by the assistant. Null when there is none.
    /// </summary>
    Task<BookingOwner?> OwnerAsync(string bot, string idOrKey, CancellationToken cancel);
}
