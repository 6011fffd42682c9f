using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Conversations.Bookings;

internal sealed class BookingDirectory(IDbContextFactory<AuditDbContext> databases) : IBookings
{
    public async Task<BookingOwner?> OwnerAsync(string bot, string idOrKey, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var found = await db.Set<BookingRow>().AsNoTracking().Where(row => row.BookingId == idOrKey || row.Key == idOrKey).ToListAsync(cancel);
        var own = found.Find(row => row.Bot == bot && row.BookingId == idOrKey) ?? found.Find(row => row.Key == idOrKey);
        var others = found.FindAll(row => row.CreatedAt is not null && row.ClientAddress is not null);
        return (own ?? (others is [var only] ? only : null)) is { } row ? new BookingOwner(row.BookingId, row.ClientAddress) : null;
    }
}
