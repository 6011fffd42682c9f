using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Notices.Outbox;

/// <summary>The table of notices. Every change is news.</summary>
internal sealed class NoticeShelf(IDbContextFactory<AuditDbContext> databases, Pulse<NoticesChanged> changed)
{
    private const int MostAtOnce = 50;

    /// <summary>What these endpoints are to be told now, the oldest first.</summary>
    public async Task<IReadOnlyList<BotNoticeRow>> DueAsync(IReadOnlyCollection<string> endpoints, DateTimeOffset now, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<BotNoticeRow>().AsNoTracking()
            .Where(row => (row.State == BotNoticeRow.Waiting || row.State == BotNoticeRow.Failed) && row.NextAt <= now && endpoints.Contains(row.EndpointId))
            .OrderBy(row => row.CreatedAt).ThenBy(row => row.Id).Take(MostAtOnce).ToListAsync(cancel);
    }

    /// <summary>Endpoints whose bots are told nothing until a person says so: something was given up, and nothing was taken since its tries began to fail.</summary>
    public async Task<IReadOnlySet<string>> StoppedAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var all = db.Set<BotNoticeRow>();
        var stopped = await all.Where(gone => gone.State == BotNoticeRow.Gone && !all.Any(row => row.EndpointId == gone.EndpointId && row.SentAt > gone.FailingSince))
            .Select(gone => gone.EndpointId).Distinct().ToListAsync(cancel);
        return stopped.ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Adds those that are not there yet; true when there were any.</summary>
    public async Task<bool> AddAsync(IReadOnlyCollection<BotNoticeRow> notices, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var ids = notices.Select(row => row.Id).ToList();
        var known = await db.Set<BotNoticeRow>().Where(row => ids.Contains(row.Id)).Select(row => row.Id).ToListAsync(cancel);
        var fresh = notices.Where(row => !known.Contains(row.Id)).ToList();
        if (fresh.Count == 0)
        {
            return false;
        }

        db.AddRange(fresh);
        await db.SaveChangesAsync(cancel);
        Tell(fresh.Select(row => row.EndpointId));
        return true;
    }

    public async Task WriteAsync(BotNoticeRow notice, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        db.Update(notice);
        await db.SaveChangesAsync(cancel);
        Tell([notice.EndpointId]);
    }

    /// <summary>What the endpoint's bot was not told, given up or waiting for its next try, is due at once and begins anew.</summary>
    public async Task ReviveAsync(string endpointId, DateTimeOffset now, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var waiting = await db.Set<BotNoticeRow>().Where(row => row.EndpointId == endpointId && row.State != BotNoticeRow.Sent).ToListAsync(cancel);
        foreach (var row in waiting)
        {
            (row.State, row.Attempts, row.NextAt, row.FailingSince) = (BotNoticeRow.Waiting, 0, now, null);
        }

        await db.SaveChangesAsync(cancel);
        Tell([endpointId]);
    }

    /// <summary>Drops what is of no use any more, whatever became of it.</summary>
    public async Task TrimAsync(DateTimeOffset before, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var old = await db.Set<BotNoticeRow>().Where(row => row.CreatedAt < before).Take(1000).ToListAsync(cancel);
        db.RemoveRange(old);
        await db.SaveChangesAsync(cancel);
    }

    private void Tell(IEnumerable<string> endpoints)
    {
        foreach (var endpoint in endpoints.Distinct(StringComparer.Ordinal))
        {
            changed.Send(new NoticesChanged(endpoint));
        }
    }
}
