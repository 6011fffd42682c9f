using AuditDashboard.Conversations;
using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Reminders.Appointments;

/// <summary>
/// Once, on a log that is older than this table: makes the appointments of the bookings that are in it. Nobody is written to about them, since whoever
/// reminded until now does so until they are over; the next event of one changes nothing about that.
/// </summary>
internal sealed class ReadOldBookings(IDbContextFactory<AuditDbContext> databases, ITransactions transactions, IEventReader events, SalonZones zones)
{
    private const int AtOnce = 500;

    public async Task HandleAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        if (await db.Set<AppointmentDeedRow>().AnyAsync(cancel))
        {
            return;
        }

        await foreach (var some in events.StreamAsync(new EventFilter(TypePrefix: "booking."), cancel).Chunk(AtOnce).WithCancellation(cancel))
        {
            await transactions.RunAsync(store => Note(new AppointmentBook(store, zones), some), cancel);
        }
    }

    private static void Note(AppointmentBook book, IEnumerable<StoredEvent> some)
    {
        foreach (var stored in some.Where(stored => stored.Content?.Booking is not null))
        {
            var wish = stored.Type == EventTypes.BookingChanged && stored.Content!.DataText("wish") == "reschedule";
            book.Note(AppointmentDeedRow.Of(BookingDeed.Of(stored, stored.Content!.Booking!), stored.Endpoint, wish), isSilent: true);
        }
    }
}
