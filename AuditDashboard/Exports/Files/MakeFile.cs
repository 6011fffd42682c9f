using AuditDashboard.Exports.Writing;

namespace AuditDashboard.Exports.Files;

/// <summary>Writes one file from beginning to end; cancelled or failed, nothing of it is left.</summary>
internal sealed partial class MakeFile(ExportShelf shelf, ExportFolder folder, ExportProgress progress, ExportWork work, TimeProvider time, ILogger<MakeFile> logger)
{
    public async Task HandleAsync(ExportFileRow row, CancellationToken stopping)
    {
        var running = progress.Begin(row.Id, stopping);
        try
        {
            if (await shelf.ChangeAsync(row.Id, "queued", found => found.State = "running", stopping))
            {
                var result = await WriteAsync(row.Id, row.Order, running, stopping);
                await work.Note.HandleAsync(row.ScheduleId is { } schedule ? $"schedule:{schedule:N}" : row.By, row.Order, running.Rows, result);
            }
        }
        finally
        {
            progress.End(row.Id);
        }
    }

    private async Task<string> WriteAsync(Guid id, ExportOrder order, ExportProgress.Running running, CancellationToken stopping)
    {
        try
        {
            var expected = await work.Write.CountAsync(order, running.Stop.Token);
            await shelf.ChangeAsync(id, "running", row => row.Expected = expected, stopping);
            long size;
            await using (var file = folder.Begin(id))
            {
                await work.Write.HandleAsync(order, file, rows => progress.Grow(running, rows), running.Stop.Token);
                await file.FlushAsync(running.Stop.Token);
                size = file.Length;
            }

            folder.Finish(id);
            return await EndAsync(id, "done", running.Rows, size);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            folder.Remove(id);
            return await EndAsync(id, "cancelled", running.Rows, 0);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            LogFailed(problem, id);
            folder.Remove(id);
            return await EndAsync(id, "failed", running.Rows, 0);
        }
    }

    private async Task<string> EndAsync(Guid id, string state, long rows, long size)
    {
        await shelf.ChangeAsync(id, "running", row => (row.State, row.Rows, row.Size, row.EndedAt) = (state, rows, size, time.GetUtcNow()), CancellationToken.None);
        return state;
    }

    [LoggerMessage(EventId = 5211, Level = LogLevel.Error, Message = "The export {Id} failed")]
    private partial void LogFailed(Exception problem, Guid id);
}

/// <summary>Writing and noting go together.</summary>
internal sealed record ExportWork(WriteExport Write, NoteExport Note);
