using AuditDashboard.Events;
using AuditDashboard.Evidence.Log;
using AuditDashboard.Evidence.Proving;
using AuditDashboard.Evidence.Signing;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Evidence.Pack;

/// <summary>Gathers a dialog's events, leaves and proofs under one checkpoint, signed for this pack.</summary>
internal sealed class CollectPack(IDbContextFactory<AuditDbContext> databases, ILoggedEvents events, SignCheckpoint sign, Origins origins, TimeProvider time)
{
    /// <summary>Refusals: <c>not-found</c>, <c>log-broken</c>.</summary>
    public async Task<Outcome<PackContents>> RunAsync(SessionId sessionId, string createdBy, CancellationToken cancel)
    {
        var logged = await events.OfSessionAsync(sessionId, cancel);
        if (logged.Count == 0)
        {
            return new Refusal("not-found");
        }

        var signed = await sign.HandleAsync(CheckpointKind.Export, whole: false, cancel);
        if (!signed.Succeeded)
        {
            return signed.Refusal;
        }

        var walk = new TreeWalk(new TreeNodes(databases, cancel).AtAsync);
        List<PackedEvent> packed = [];
        foreach (var one in logged.Where(one => one.LogIndex < signed.Value.Size))
        {
            if (await EntryAsync(one.LogIndex, cancel) is not { } entry)
            {
                return new Refusal("log-broken", one.LogIndex);
            }

            packed.Add(new PackedEvent(one, entry, ProofFile.Write(one.LogIndex, await walk.InclusionAsync(one.LogIndex, signed.Value.Size), signed.Value)));
        }

        var key = (await origins.CurrentAsync(cancel)).VerifierKey;
        return new PackContents(sessionId, signed.Value, key, time.GetUtcNow(), createdBy, packed);
    }

    private async Task<LogEntryRow?> EntryAsync(long index, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<LogEntryRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Idx == index, cancel);
    }
}
