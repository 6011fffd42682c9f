using System.Runtime.CompilerServices;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Purging;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Exports.Files;

/// <summary>
/// Files that were taken out and still lie here. Nobody looks for one person in them: when somebody is to be forgotten all go, and whoever needs one makes
/// it again.
/// </summary>
internal sealed class PurgeFiles(IDbContextFactory<AuditDbContext> databases, ExportFolder folder, ExportProgress progress, Pulse<ExportsChanged> changed) : IPurgeable
{
    public int Order => 110;

    public IAsyncEnumerable<PurgeBatch> OlderAsync(PurgeOrder order, CancellationToken cancel) => MadeBeforeAsync(order.Quarantine, cancel);

    /// <summary>After the data, so that a file begun before is gone and one begun later holds nothing.</summary>
    public IAsyncEnumerable<PurgeBatch> OfAsync(ErasedPerson person, CancellationToken cancel) => MadeBeforeAsync(DateTimeOffset.MaxValue, cancel);

    private async IAsyncEnumerable<PurgeBatch> MadeBeforeAsync(DateTimeOffset moment, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        foreach (var id in await db.Set<ExportFileRow>().Where(row => row.CreatedAt < moment && row.State != "queued").Select(row => row.Id).ToListAsync(cancel))
        {
            yield return new PurgeBatch("exports", 1, store =>
            {
                progress.Cancel(id);
                folder.Remove(id);
                store.Table<ExportFileRow>().Search([nameof(ExportFileRow.Id)]).Delete(id.ToByteArray(true));
            });
        }

        changed.Send(new ExportsChanged());
    }
}
