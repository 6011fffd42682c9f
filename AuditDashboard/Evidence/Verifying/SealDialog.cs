using AuditDashboard.Events;
using AuditDashboard.Evidence.Log;
using AuditDashboard.Evidence.Proving;
using AuditDashboard.Evidence.Signing;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Evidence.Verifying;

internal sealed class SealDialog(IDbContextFactory<AuditDbContext> databases, ILoggedEvents events, CheckpointShelf shelf) : IDialogSeals
{
    private const int Block = 256;
    private const int AtOnce = 400;

    public async Task<IDialogSeals.Seal> CheckAsync(SessionId sessionId, CancellationToken cancel)
    {
        var logged = await events.OfSessionAsync(sessionId, cancel);
        var entries = await EntriesAsync(logged, cancel);
        var gone = await GoneAsync(logged, cancel);
        foreach (var one in logged)
        {
            if ((one.IsErased && !gone.IsNamed(one.LogIndex)) || !entries.TryGetValue(one.LogIndex, out var entry) || !EventCheck.IsWhole(entry) || EventCheck.Of(entry, one) is not null)
            {
                return new IDialogSeals.Seal(true, one.Seq);
            }
        }

        return await shelf.NewestAsync(cancel) is { } newest ? await CompareAsync(newest, logged, entries, cancel) : new IDialogSeals.Seal(false, null);
    }

    /// <summary>One proof a block: it is made of all leaves of the block, so it holds for each of them.</summary>
    private async Task<IDialogSeals.Seal> CompareAsync(
        LogCheckpointRow newest, IReadOnlyList<ILoggedEvents.Logged> logged, Dictionary<long, LogEntryRow> entries, CancellationToken cancel)
    {
        var walk = new TreeWalk(new TreeNodes(databases, cancel).AtAsync);
        foreach (var one in logged.Where(one => one.LogIndex < newest.Size).DistinctBy(one => one.LogIndex / Block))
        {
            try
            {
                var path = await walk.InclusionAsync(one.LogIndex, newest.Size);
                if (Proof.RootOf(one.LogIndex, newest.Size, entries[one.LogIndex].LeafHash, path) is not { } root || !root.AsSpan().SequenceEqual(newest.Root))
                {
                    return new IDialogSeals.Seal(true, null);
                }
            }
            catch (InvalidDataException)
            {
                return new IDialogSeals.Seal(true, null);
            }
        }

        return new IDialogSeals.Seal(false, null);
    }

    /// <summary>Asks for the names only where something is gone.</summary>
    private async Task<GoneContent> GoneAsync(IReadOnlyList<ILoggedEvents.Logged> logged, CancellationToken cancel)
    {
        var gone = new GoneContent();
        foreach (var naming in logged.Any(one => one.IsErased) ? await events.OwnAsync([.. EventTypes.NameLeaves], cancel) : [])
        {
            gone.Read(naming);
        }

        return gone;
    }

    private async Task<Dictionary<long, LogEntryRow>> EntriesAsync(IReadOnlyList<ILoggedEvents.Logged> logged, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var found = new Dictionary<long, LogEntryRow>();
        foreach (var some in logged.Select(one => one.LogIndex).Chunk(AtOnce))
        {
            foreach (var entry in await db.Set<LogEntryRow>().AsNoTracking().Where(row => some.Contains(row.Idx)).ToListAsync(cancel))
            {
                found[entry.Idx] = entry;
            }
        }

        return found;
    }
}
