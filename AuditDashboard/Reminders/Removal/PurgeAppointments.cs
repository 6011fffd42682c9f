using System.Runtime.CompilerServices;
using AuditDashboard.Foundation;
using AuditDashboard.Reminders.Appointments;
using AuditDashboard.Reminders.Planning;
using AuditDashboard.Reminders.Reach;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Purging;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Reminders.Removal;

/// <summary>Whose a visit was, where they were written to and in which words. The visit itself stays: when, where, what was agreed, what became of it.</summary>
internal sealed class PurgeAppointments(IDbContextFactory<AuditDbContext> databases, ReminderStep append, Pulse<AppointmentsChanged> changed) : IPurgeable
{
    private const string What = "visits";

    public int Order => 15;

    public async IAsyncEnumerable<PurgeBatch> OlderAsync(PurgeOrder order, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var old = await db.Set<AppointmentRow>().AsNoTracking()
            .Where(row => row.StartAt < order.Conversations && (row.ClientAddress != null || row.ClientName != null))
            .Where(row => row.ClientId == null || !order.HeldClients.Contains(row.ClientId.Value)).ToListAsync(cancel);
        foreach (var some in old.Chunk(order.Most))
        {
            yield return Batch(some);
        }

        var silent = await db.Set<ReachRow>().AsNoTracking()
            .Where(row => row.LastInboundAt != null && row.LastInboundAt < order.Conversations && row.BlockedAt == null).ToListAsync(cancel);
        foreach (var some in silent.Chunk(order.Most))
        {
            yield return Unreachable(some);
        }

        changed.Send(new AppointmentsChanged());
    }

    public async IAsyncEnumerable<PurgeBatch> OfAsync(ErasedPerson person, [EnumeratorCancellation] CancellationToken cancel)
    {
        var (records, marks) = (person.Records.ToList(), person.Marks.ToList());
        await using var db = await databases.CreateDbContextAsync(cancel);
        var theirs = await db.Set<AppointmentRow>().AsNoTracking()
            .Where(row => (row.ClientId != null && records.Contains(row.ClientId.Value)) || (row.ClientAddress != null && marks.Contains(row.ClientAddress))).ToListAsync(cancel);
        foreach (var some in theirs.Chunk(person.Most))
        {
            yield return Batch(some);
        }

        var reaches = await db.Set<ReachRow>().AsNoTracking().Where(row => marks.Contains(row.Address)).ToListAsync(cancel);
        foreach (var some in reaches.Chunk(person.Most))
        {
            yield return Unreachable(some);
        }

        changed.Send(new AppointmentsChanged());
    }

    private PurgeBatch Batch(AppointmentRow[] found) => new(What, found.Length, store =>
    {
        var forget = new ForgetVisit(store);
        Array.ForEach(found, forget.Run);
        append.Forget();
    });

    private static PurgeBatch Unreachable(ReachRow[] found) => new(What, found.Length, store =>
    {
        var byAddress = store.Table<ReachRow>().Search([nameof(ReachRow.Address), nameof(ReachRow.Bot)]);
        Array.ForEach(found, row => byAddress.Delete(row.Address, row.Bot));
    });
}
