using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Events.Log;

internal sealed class LoggedEvents(IDbContextFactory<AuditDbContext> databases) : ILoggedEvents
{
    public async Task<ILoggedEvents.Logged?> FindAsync(long seq, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await Read(db.Set<EventRow>().Where(row => row.Seq == seq)).SingleOrDefaultAsync(cancel);
    }

    public async Task<IReadOnlyList<ILoggedEvents.Logged>> OfSessionAsync(SessionId sessionId, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await Read(db.Set<EventRow>().Where(row => row.SessionId == sessionId).OrderBy(row => row.LogIndex)).ToListAsync(cancel);
    }

    public async Task<IReadOnlyList<ILoggedEvents.Logged>> PortionAsync(long after, int most, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await Read(db.Set<EventRow>().Where(row => row.Seq > after).OrderBy(row => row.Seq).Take(most)).ToListAsync(cancel);
    }

    public async Task<IReadOnlyList<ILoggedEvents.Logged>> OwnAsync(IReadOnlyCollection<string> types, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await Read(db.Set<EventRow>().Where(row => row.Bot == OwnEvent.Bot && types.Contains(row.Type)).OrderBy(row => row.LogIndex)).ToListAsync(cancel);
    }

    public async Task<IReadOnlyList<(long First, long Last)>> RemovedAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var rows = await db.Set<RemovedEventsRow>().AsNoTracking().OrderBy(row => row.First).ToListAsync(cancel);
        return rows.ConvertAll(row => (row.First, row.Last));
    }

    private static IQueryable<ILoggedEvents.Logged> Read(IQueryable<EventRow> rows) => rows.Select(row => new ILoggedEvents.Logged(
        row.Seq, row.LogIndex, row.SessionId, row.Bot, row.Source, row.EventId, row.Type, row.OccurredAt, row.RecordedAt, row.Salt, row.Payload));
}
