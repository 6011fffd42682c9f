using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Purging;
using AuditDashboard.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Events.Log;

/// <summary>Finds one person's events, and makes what is left of them say nothing about the person.</summary>
internal sealed class PersonEvents(IDbContextFactory<AuditDbContext> databases, ErasedPerson person)
{
    private const string What = "messages";

    /// <summary>Everything under the person's records, whether or not its content is still there.</summary>
    public async Task<List<EventRow>> OwnAsync(long after, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await Narrow(db.Set<EventRow>().AsNoTracking().Where(row => row.Seq > after && row.Bot != OwnEvent.Bot && row.ClientId != null && person.Records.Contains(row.ClientId.Value)), false)
            .ToListAsync(cancel);
    }

    /// <summary>Content that belongs to nobody.</summary>
    public async Task<List<EventRow>> UnclaimedAsync(long after, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await Narrow(db.Set<EventRow>().AsNoTracking().Where(row => row.Seq > after && row.ClientId == null && row.Payload != null && row.Bot != OwnEvent.Bot), true).ToListAsync(cancel);
    }

    public static PurgeBatch Batch(List<EventRow> found, ErasedPerson person) => new(What, found.Count(row => row.Salt is not null), store => Write(store, found, person))
    {
        Sessions = [.. found.Select(row => row.SessionId).OfType<SessionId>().Distinct()],
        LogIndices = [.. found.Where(row => row.Salt is not null).Select(row => row.LogIndex)],
    };

    /// <summary>An id that names nobody stays, so that a bot's repeat still stores nothing.</summary>
    private static void Write(WriteConnection store, List<EventRow> found, ErasedPerson person)
    {
        RowUpdate<EventRow> blank = store.Table<EventRow>().Update(nameof(EventRow.Salt), nameof(EventRow.Payload), nameof(EventRow.SessionKey), nameof(EventRow.EventId), nameof(EventRow.Source));
        foreach (var row in found)
        {
            blank.Run(new EventRow
            {
                Seq = row.Seq,
                EventId = person.IsNamedIn(row.EventId) ? $"erased-{row.Seq}" : row.EventId,
                Source = person.IsNamedIn(row.Source) ? "" : row.Source,
            });
        }
    }

    private IQueryable<EventRow> Narrow(IQueryable<EventRow> rows, bool withPayload) => rows.OrderBy(row => row.Seq).Take(person.Most).Select(row => new EventRow
    {
        Seq = row.Seq, EventId = row.EventId, Source = row.Source, SessionId = row.SessionId, LogIndex = row.LogIndex, Salt = row.Salt,
        Payload = withPayload ? row.Payload : null,
    });
}
