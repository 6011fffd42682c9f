using AuditDashboard.Conversations;
using AuditDashboard.Foundation;
using AuditDashboard.Reminders.Appointments;
using AuditDashboard.Reminders.Planning;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Reminders.Api;

/// <summary>A booking with its client and its messages.</summary>
internal sealed record BookingView(AppointmentRow Booking, string? ClientName, string? ClientPhone, IReadOnlyList<ReminderRow> Reminders);

/// <summary>Reads bookings, the earliest first.</summary>
internal sealed class BookingsQuery(IDbContextFactory<AuditDbContext> databases, IClients clients)
{
    public async Task<IReadOnlyList<BookingView>> RunAsync(BookingsFilter filter, int skip, int take, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var found = Apply(db.Set<AppointmentRow>().AsNoTracking(), filter);
        var ordered = filter.NewestFirst ? found.OrderByDescending(row => row.StartAt) : found.OrderBy(row => row.StartAt);
        return await WithRestAsync(db, await ordered.ThenBy(row => row.Key).Skip(skip).Take(take).ToListAsync(cancel), cancel);
    }

    public async Task<IReadOnlyList<BookingView>> ListAsync(IReadOnlyCollection<string> keys, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await WithRestAsync(db, await db.Set<AppointmentRow>().AsNoTracking().Where(row => keys.Contains(row.Key)).OrderBy(row => row.StartAt).ThenBy(row => row.Key).ToListAsync(cancel), cancel);
    }

    public async Task<int> CountAsync(BookingsFilter filter, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await Apply(db.Set<AppointmentRow>().AsNoTracking(), filter).CountAsync(cancel);
    }

    /// <summary>By the sender's id or our key; of two bots' bookings under one id the given bot's.</summary>
    public async Task<BookingView?> FindAsync(string idOrKey, string? bot, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var rows = await db.Set<AppointmentRow>().AsNoTracking().Where(row => row.BookingId == idOrKey || row.Key == idOrKey).ToListAsync(cancel);
        return rows.OrderByDescending(row => row.Bot == bot).ThenByDescending(row => row.Key == idOrKey).FirstOrDefault() is { } found
            ? (await WithRestAsync(db, [found], cancel))[0]
            : null;
    }

    private static IQueryable<AppointmentRow> Apply(IQueryable<AppointmentRow> rows, BookingsFilter filter)
    {
        rows = filter.From is { } from ? rows.Where(row => row.StartAt >= from) : rows;
        rows = filter.To is { } to ? rows.Where(row => row.StartAt < to) : rows;
        rows = filter.Branch is { } branch ? rows.Where(row => row.Branch == branch) : rows;
        rows = filter.Branches is { } branches ? rows.Where(row => row.Branch != null && branches.Contains(row.Branch)) : rows;
        rows = filter.Staff is { } staff ? rows.Where(row => row.Staff == staff) : rows;
        rows = filter.OnlyStanding ? rows.Where(row => row.Plan == "created" || row.Plan == "confirmed") : rows;
        rows = filter.IsPending ? rows.Where(row => row.Fact == null && (row.Plan == "created" || ((row.WantsMove || row.Conflict != null) && row.Plan == "confirmed"))) : rows;
        rows = filter.OnlyMoved ? rows.Where(row => row.Moves > 0) : rows;
        return filter.Status switch
        {
            null => rows,
            "attended" or "no_show" => rows.Where(row => row.Fact == filter.Status),
            _ => rows.Where(row => row.Plan == filter.Status),
        };
    }

    private async Task<IReadOnlyList<BookingView>> WithRestAsync(AuditDbContext db, List<AppointmentRow> rows, CancellationToken cancel)
    {
        var reminders = new List<ReminderRow>();
        foreach (var some in rows.Select(row => row.Key).Chunk(500))
        {
            reminders.AddRange(await db.Set<ReminderRow>().AsNoTracking().Where(row => some.Contains(row.AppointmentKey)).ToListAsync(cancel));
        }

        var known = new Dictionary<ClientId, IClients.Contacts?>();
        foreach (var client in rows.Select(row => row.ClientId).OfType<ClientId>().Distinct())
        {
            known[client] = await clients.ContactsAsync(client, cancel);
        }

        var byKey = reminders.OrderBy(row => row.DueAt).ToLookup(row => row.AppointmentKey);
        return rows.ConvertAll(row =>
        {
            var contacts = row.ClientId is { } client ? known[client] : null;
            return new BookingView(row, contacts?.Name ?? row.ClientName, contacts?.Phone, [.. byKey[row.Key]]);
        });
    }
}
