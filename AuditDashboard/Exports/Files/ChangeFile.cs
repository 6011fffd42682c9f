using AuditDashboard.Access;

namespace AuditDashboard.Exports.Files;

/// <summary>Stops, hands out and removes files: one's own, and an owner everybody's. For any other there is no such file.</summary>
internal sealed class ChangeFile(ExportShelf shelf, ExportFolder folder, ExportProgress progress, ICurrentViewer viewers, IAccessJournal journal, TimeProvider time)
{
    public async Task CancelAsync(Guid id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not null)
        {
            await journal.WriteAsync("export.cancelled", id.ToString("N"), null, cancel);
            await shelf.ChangeAsync(id, "queued", row => (row.State, row.EndedAt) = ("cancelled", time.GetUtcNow()), cancel);
            progress.Cancel(id);
        }
    }

    /// <summary>The open file with its row, or null.</summary>
    public async Task<(ExportFileRow Row, FileStream File)?> OpenAsync(Guid id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { State: "done" } row || row.KeptUntil <= time.GetUtcNow() || folder.Open(id) is not { } file)
        {
            return null;
        }

        await journal.WriteAsync("export.downloaded", id.ToString("N"), row.What, cancel);
        return (row, file);
    }

    public async Task RemoveAsync(Guid id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is { State: not "running" } row)
        {
            await journal.WriteAsync("export.deleted", id.ToString("N"), row.What, cancel);
            folder.Remove(id);
            await shelf.RemoveAsync(id, cancel);
        }
    }

    private async Task<ExportFileRow?> FindAsync(Guid id, CancellationToken cancel)
    {
        var viewer = await viewers.GetAsync();
        return await shelf.FindAsync(id, cancel) is { } row && (viewer.IsOwner || row.By == viewer.UserId) ? row : null;
    }
}
