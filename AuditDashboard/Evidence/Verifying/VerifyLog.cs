using AuditDashboard.Events;
using AuditDashboard.Evidence.Log;
using AuditDashboard.Evidence.Signing;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Evidence.Verifying;

/// <summary>
/// Checks the whole log: every payload against its commitment, every leaf against its event, the tree against every checkpoint, gaps, order, the
/// end, and the access journal against what the log remembers of it. Reads only; events may come in meanwhile.
/// </summary>
internal sealed class VerifyLog(
    IDbContextFactory<AuditDbContext> databases, ILoggedEvents events, IEventReader reader, CheckpointShelf shelf, CheckpointCheck checkpoints, IAnchored journal)
{
    private const int Portion = 2000;

    /// <param name="progress">Told how many leaves are done, of how many.</param>
    public async Task<VerifyReport> RunAsync(Action<long, long> progress, CancellationToken cancel)
    {
        var faults = new FaultList();
        var lastKnown = await reader.LastSeqAsync(cancel);
        var signed = await checkpoints.RunAsync(faults, cancel);
        var size = await shelf.SizeAsync(cancel);
        var walk = new EventWalk(events, await events.RemovedAsync(cancel), lastKnown, faults, cancel);
        var tree = new TreeCheck(await BlocksAsync(cancel), signed, faults);
        for (long next = 0; next < size;)
        {
            var rows = await PortionAsync(next, size, cancel);
            foreach (var row in rows)
            {
                tree.Check(row);
                await walk.CheckAsync(row);
            }

            next = rows.Count == 0 ? size : rows[^1].Idx + 1;
            progress(next, size);
        }

        tree.End();
        await walk.EndAsync(size);
        await CompareJournalAsync(walk.Anchors, faults, cancel);
        return new VerifyReport(size, walk.Erased, walk.Removed, signed.Count, signed.Count == 0 ? 0 : signed[^1].Size, faults.Told());
    }

    private async Task CompareJournalAsync(List<AccessAnchor> anchors, FaultList faults, CancellationToken cancel)
    {
        foreach (var anchor in anchors)
        {
            if (await journal.DigestAsync(anchor.After, anchor.UpTo, cancel) != anchor.Digest && await journal.OldDigestAsync(anchor.After, anchor.UpTo, cancel) != anchor.Digest)
            {
                faults.Add(new Fault(FaultKind.Journal, anchor.Index, anchor.Seq));
            }
        }
    }

    private async Task<Dictionary<(int Level, long N), byte[]>> BlocksAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<LogSubtreeRow>().AsNoTracking().ToDictionaryAsync(row => (row.Level, row.N), row => row.Hash, cancel);
    }

    private async Task<List<LogEntryRow>> PortionAsync(long first, long size, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<LogEntryRow>().AsNoTracking().Where(row => row.Idx >= first && row.Idx < size).OrderBy(row => row.Idx).Take(Portion).ToListAsync(cancel);
    }
}
