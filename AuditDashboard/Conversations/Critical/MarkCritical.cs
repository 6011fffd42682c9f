using AuditDashboard.Access;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Conversations.Critical;

/// <summary>What people do about critical events without an event of its own: look, take on, say that it is done. All but looking can be taken back.</summary>
internal sealed class MarkCritical(IDbContextFactory<AuditDbContext> databases, ICurrentViewer viewers, Pulse<SessionsChanged> changed, TimeProvider time)
{
    public Task ReadAsync(long seq, CancellationToken cancel) => ChangeAsync(seq, (mark, _) => mark.ReadAt ??= time.GetUtcNow(), cancel);

    public Task TakeAsync(long seq, CancellationToken cancel) =>
        ChangeAsync(seq, (mark, viewer) => (mark.OwnerId, mark.OwnerName, mark.ReadAt) = (viewer.UserId, viewer.Name, mark.ReadAt ?? time.GetUtcNow()), cancel);

    public Task ReleaseAsync(long seq, CancellationToken cancel) => ChangeAsync(seq, (mark, _) => (mark.OwnerId, mark.OwnerName) = (null, null), cancel);

    public Task CloseAsync(long seq, CancellationToken cancel) =>
        ChangeAsync(seq, (mark, _) => (mark.ClosedAt, mark.ReadAt) = (time.GetUtcNow(), mark.ReadAt ?? time.GetUtcNow()), cancel);

    public Task ReopenAsync(long seq, CancellationToken cancel) => ChangeAsync(seq, (mark, _) => mark.ClosedAt = null, cancel);

    /// <summary>The event, where the viewer may act on it; else null.</summary>
    public async Task<CriticalRow?> FindAsync(long seq, CancellationToken cancel)
    {
        var viewer = await viewers.GetAsync();
        await using var db = await databases.CreateDbContextAsync(cancel);
        var row = await db.Set<CriticalRow>().AsNoTracking().SingleOrDefaultAsync(known => known.Seq == seq, cancel);
        return row is not null && viewer.Role != "auditor" && viewer.MaySee(row.Branch) ? row : null;
    }

    private async Task ChangeAsync(long seq, Action<CriticalMarkRow, Viewer> change, CancellationToken cancel)
    {
        if (await FindAsync(seq, cancel) is not { } row)
        {
            return;
        }

        await using var db = await databases.CreateDbContextAsync(cancel);
        var mark = await db.Set<CriticalMarkRow>().SingleOrDefaultAsync(known => known.Seq == seq, cancel);
        if (mark is null)
        {
            db.Add(mark = new CriticalMarkRow { Seq = seq });
        }

        change(mark, await viewers.GetAsync());
        await db.SaveChangesAsync(cancel);
        changed.Send(new SessionsChanged(row.SessionId is { } session ? [session] : []));
    }
}
