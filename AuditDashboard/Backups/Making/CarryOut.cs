using AuditDashboard.Backups.Files;
using AuditDashboard.Backups.Restoring;
using AuditDashboard.Backups.Sealing;
using AuditDashboard.Backups.Target;
using AuditDashboard.Foundation;

namespace AuditDashboard.Backups.Making;

/// <summary>Carries out one order from beginning to end: makes and notes a backup and lets the old ones go, or unpacks one and restarts into it.</summary>
internal sealed partial class CarryOut(BackupWork work, MakeBackup make, UnpackBackup unpack, AfterBackup after, Restart restart, ILogger<CarryOut> logger)
{
    /// <returns>What went wrong, or null.</returns>
    public async Task<Refusal?> HandleAsync(BackupOrder order, CancellationToken cancel)
    {
        await work.One.WaitAsync(cancel);
        try
        {
            work.Begin(order);
            var refusal = await TryAsync(order, cancel);
            work.End(order, refusal);
            if (refusal is not null)
            {
                LogRefused(order.Id, refusal.Code);
            }
            else if (order.Restore is not null)
            {
                restart.Ask();
            }

            return refusal;
        }
        finally
        {
            work.One.Release();
        }
    }

    private async Task<Refusal?> TryAsync(BackupOrder order, CancellationToken cancel)
    {
        try
        {
            if (order.Restore is { } file)
            {
                // Work without waiting points: not on a thread that answers somebody.
                return await Task.Run(() => unpack.Handle(file, work.Grow, cancel), cancel);
            }

            var made = await Task.Run(() => make.Handle(order.Id, order.By, work.Grow, cancel), cancel);
            return made.Succeeded ? await DoneAsync(made.Value) : made.Refusal;
        }
        catch (BackupProblem problem)
        {
            return new Refusal(problem.Code, Path.GetFileName(problem.File));
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            LogFailed(problem, order.Id);
            return new Refusal("internal", problem.GetType().Name);
        }
    }

    private async Task<Refusal?> DoneAsync(BackupManifest backup)
    {
        LogMade(backup.File, backup.Size, backup.Events);
        await after.Note.MadeAsync(backup);
        after.Remove.Handle();
        after.Send.Wake();
        return null;
    }

    [LoggerMessage(EventId = 5100, Level = LogLevel.Information, Message = "Backup {File}: {Size} bytes, {Events} events, verified")]
    private partial void LogMade(string file, long size, long events);

    [LoggerMessage(EventId = 5101, Level = LogLevel.Error, Message = "Backup or restore {Id} came to nothing: {Reason}")]
    private partial void LogRefused(Guid id, string reason);

    [LoggerMessage(EventId = 5102, Level = LogLevel.Error, Message = "Backup or restore {Id} failed")]
    private partial void LogFailed(Exception problem, Guid id);
}

/// <summary>What follows a backup that stands.</summary>
internal sealed record AfterBackup(NoteBackup Note, RemoveOldBackups Remove, SendSignal Send);
