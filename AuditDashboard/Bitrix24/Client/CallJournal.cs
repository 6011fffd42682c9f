using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Bitrix24.Client;

/// <summary>Remembers calls of the portal. Written in portions: the outbox itself says what is on its way, the journal what came of it.</summary>
internal sealed class CallJournal(IDbContextFactory<AuditDbContext> databases, WriteGate gate)
{
    /// <summary>Calls that are written together: so many at most are lost with the process.</summary>
    public const int Portion = 25;
    private const int Kept = 5_000;

    // A deletion is a write of its own: not after every call.
    private const int TrimEvery = 250;
    private readonly Lock _lock = new();
    private List<JournalRow> _waiting = [];
    private long _count;

    /// <summary>Calls since the process began.</summary>
    public long Count => Interlocked.Read(ref _count);

    public async Task KeepAsync(JournalRow row, CancellationToken cancel)
    {
        Interlocked.Increment(ref _count);
        lock (_lock)
        {
            _waiting.Add(row);
            if (_waiting.Count < Portion)
            {
                return;
            }
        }

        await FlushAsync(cancel);
    }

    /// <summary>When the portal was called since then, in order.</summary>
    public async Task<IReadOnlyList<DateTimeOffset>> SinceAsync(DateTimeOffset moment, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<JournalRow>().AsNoTracking().Where(row => row.At >= moment).OrderBy(row => row.At).Select(row => row.At).ToListAsync(cancel);
    }

    public async Task FlushAsync(CancellationToken cancel)
    {
        List<JournalRow> rows;
        lock (_lock)
        {
            (rows, _waiting) = (_waiting, []);
        }

        if (rows.Count == 0)
        {
            return;
        }

        await using var db = await databases.CreateDbContextAsync(cancel);
        db.AddRange(rows);
        await db.SaveChangesAsync(cancel);
        if (rows[^1].Id / TrimEvery == (rows[0].Id - 1) / TrimEvery)
        {
            return;
        }

        var oldest = rows[^1].Id - Kept;
        using var pass = await gate.EnterAsync(cancel);
        await db.Set<JournalRow>().Where(row => row.Id <= oldest).ExecuteDeleteAsync(cancel);
    }
}
