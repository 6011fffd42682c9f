using System.Runtime.CompilerServices;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Purging;
using AuditDashboard.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Events.Log;

/// <summary>
/// Takes content out of the log: payload and salt go, and with the salt whatever tied the commitment to them (standards.md section 5.5). Seq, type, times
/// and leaf stay. The app's own events stay whole: they hold no client's words, and are what proves the deletion.
/// </summary>
internal sealed class EventPurge(IDbContextFactory<AuditDbContext> databases, IEnumerable<IStillNeeded> needed) : IPurgeable
{
    private const string What = "messages";

    public int Order => 100;

    public bool HasLeaves => true;

    public async IAsyncEnumerable<PurgeBatch> OlderAsync(PurgeOrder order, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var isCall in new[] { false, true })
        {
            var (at, seq) = (DateTimeOffset.UnixEpoch.AddYears(-1900), 0L);
            while (await FindAsync(order, isCall, at, seq, cancel) is [.., var last] found)
            {
                (at, seq) = (last.OccurredAt, last.Seq);
                if (await WithoutNeededAsync(found, cancel) is { Count: > 0 } free)
                {
                    yield return Batch(free);
                }
            }
        }

        // A clock that ran ahead: such events are as old as their receipt (decisions.md 16).
        for (var after = 0L; await FindSkewedAsync(order, after, cancel) is [.., var last] found; after = last.Seq)
        {
            yield return Batch(found);
        }
    }

    public async IAsyncEnumerable<PurgeBatch> OfAsync(ErasedPerson person, [EnumeratorCancellation] CancellationToken cancel)
    {
        var store = new PersonEvents(databases, person);
        for (var after = 0L; await store.OwnAsync(after, cancel) is [.., var last] found; after = last.Seq)
        {
            yield return PersonEvents.Batch(found, person);
        }

        // What came with a phone but without an address or session lies under nobody.
        for (var after = 0L; await store.UnclaimedAsync(after, cancel) is [.., var last] found; after = last.Seq)
        {
            if (found.FindAll(row => person.IsNamedIn(row.Payload)) is { Count: > 0 } named)
            {
                yield return PersonEvents.Batch(named, person);
            }
        }
    }

    private async Task<List<Found>> FindAsync(PurgeOrder order, bool isCall, DateTimeOffset at, long seq, CancellationToken cancel)
    {
        var before = isCall ? order.Calls : order.Conversations;
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await Free(db, order)
            .Where(row => row.OccurredAt < before && row.OccurredAt >= at && (row.OccurredAt != at || row.Seq > seq))
            .Where(row => (row.Type.StartsWith("call.") || row.Type.StartsWith("voice.")) == isCall)
            .Where(row => (row.Flags & (int)EventFlags.ClockSkew) == 0 || row.RecordedAt < before)
            .OrderBy(row => row.OccurredAt).ThenBy(row => row.Seq).Take(order.Most).Select(Found.Of).ToListAsync(cancel);
    }

    private async Task<List<Found>> FindSkewedAsync(PurgeOrder order, long after, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var (calls, rest) = (order.Calls, order.Conversations);
        return await Free(db, order).Where(row => row.Seq > after && (row.Flags & (int)EventFlags.ClockSkew) != 0)
            .Where(row => row.RecordedAt < (row.Type.StartsWith("call.") || row.Type.StartsWith("voice.") ? calls : rest))
            .OrderBy(row => row.Seq).Take(order.Most).Select(Found.Of).ToListAsync(cancel);
    }

    /// <summary>With content, not the app's own, not held.</summary>
    private static IQueryable<EventRow> Free(AuditDbContext db, PurgeOrder order)
    {
        var rows = db.Set<EventRow>().AsNoTracking().Where(row => row.Payload != null && row.Seq <= order.LastSeq && row.Bot != OwnEvent.Bot);
        if (order.HeldClients.Count > 0)
        {
            rows = rows.Where(row => row.ClientId == null || !order.HeldClients.Contains(row.ClientId.Value));
        }

        return order.HeldSessions.Count > 0 ? rows.Where(row => row.SessionId == null || !order.HeldSessions.Contains(row.SessionId.Value)) : rows;
    }

    private async Task<List<Found>> WithoutNeededAsync(List<Found> found, CancellationToken cancel)
    {
        var asked = found.Where(row => row.IsOfBooking && row.ClientId is not null).Select(row => row.ClientId!.Value).ToHashSet();
        foreach (var knows in asked.Count > 0 ? needed : [])
        {
            var kept = await knows.SeqsAsync(asked, cancel);
            found.RemoveAll(row => kept.Contains(row.Seq));
        }

        return found;
    }

    private static PurgeBatch Batch(List<Found> found) => new(What, found.Count, store =>
    {
        RowUpdate<EventRow> blank = store.Table<EventRow>().Update(nameof(EventRow.Salt), nameof(EventRow.Payload));
        found.ForEach(row => blank.Run(new EventRow { Seq = row.Seq }));
    })
    {
        Sessions = [.. found.Select(row => row.SessionId).OfType<SessionId>().Distinct()],
        LogIndices = found.ConvertAll(row => row.LogIndex),
    };

    private sealed record Found(long Seq, DateTimeOffset OccurredAt, string Type, SessionId? SessionId, ClientId? ClientId, long LogIndex)
    {
        public static readonly System.Linq.Expressions.Expression<Func<EventRow, Found>> Of =
            row => new Found(row.Seq, row.OccurredAt, row.Type, row.SessionId, row.ClientId, row.LogIndex);

        public bool IsOfBooking => Type.StartsWith("booking.", StringComparison.Ordinal) || Type.StartsWith("reminder.", StringComparison.Ordinal);
    }
}
