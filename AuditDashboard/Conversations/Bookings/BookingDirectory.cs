using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Conversations.Bookings;

internal sealed class BookingDirectory(IDbContextFactory<AuditDbContext> databases) : IBookings
{
    public async Task<BookingOwner?> OwnerAsync(string bot, string bookingId, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<BookingRow>().Where(row => row.Bot == bot && row.BookingId == bookingId)
            .Select(row => new BookingOwner(row.ClientAddress)).SingleOrDefaultAsync(cancel);
    }
}
