namespace AuditDashboard.Conversations;

/// <param name="ClientAddress">Whose booking it is; null = nobody's yet.</param>
public sealed record BookingOwner(string? ClientAddress);

/// <summary>Which bookings exist, for buttons under reminders.</summary>
public interface IBookings
{
    /// <summary>Null when this bot has no such booking.</summary>
    Task<BookingOwner?> OwnerAsync(string bot, string bookingId, CancellationToken cancel);
}
