namespace AuditDashboard.Exports.Files;

/// <summary>Takes away files whose time is over.</summary>
internal sealed class RemoveExpired(ExportShelf shelf, ExportFolder folder, TimeProvider time)
{
    public async Task HandleAsync(CancellationToken cancel)
    {
        foreach (var id in await shelf.ExpiredAsync(time.GetUtcNow(), cancel))
        {
            folder.Remove(id);
            await shelf.RemoveAsync(id, cancel);
        }
    }
}
