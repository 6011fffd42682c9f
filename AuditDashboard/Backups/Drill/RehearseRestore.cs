using System.Security.Cryptography;
using AuditDashboard.Backups.Files;
using AuditDashboard.Backups.Making;
using AuditDashboard.Backups.Restoring;
using AuditDashboard.Backups.Sealing;
using AuditDashboard.Storage;

namespace AuditDashboard.Backups.Drill;

/// <summary>
/// The nightly restore drill (reliability-security.md F27, F28): every backup is compared with its hash, and the newest sound one is restored into a
/// folder of its own, opened for reading and looked through, row by row and leaf by leaf. What has rotted is marked; the older ones stay.
/// </summary>
internal sealed partial class RehearseRestore(BackupShelf shelf, BackupWork work, UnpackBackup unpack, DrillRecord record, TimeProvider time, ILogger<RehearseRestore> logger)
{
    public async Task<DrillResult> HandleAsync(CancellationToken cancel)
    {
        await work.One.WaitAsync(cancel);
        try
        {
            return await Task.Run(() => RehearseAsync(cancel), cancel);
        }
        finally
        {
            work.One.Release();
        }
    }

    private async Task<DrillResult> RehearseAsync(CancellationToken cancel)
    {
        foreach (var backup in shelf.Present().Where(backup => backup.IsVerified))
        {
            if (ProblemOf(backup, cancel) is { } rotted)
            {
                Mark(backup, rotted);
            }
        }

        var result = shelf.Present().FirstOrDefault(backup => backup.IsVerified) is { } newest ? await RestoreAsync(newest, cancel) : new DrillResult(time.GetUtcNow(), null, 0, "none");
        record.Keep(result);
        LogRehearsed(result.File, result.Milliseconds, result.Problem);
        return result;
    }

    private async Task<DrillResult> RestoreAsync(BackupManifest backup, CancellationToken cancel)
    {
        var folder = Path.Combine(shelf.Folder, "drill");
        var began = time.GetTimestamp();
        try
        {
            Clear(folder);
            DataFolders.Make(Path.Combine(folder, "keys"));
            unpack.Into(folder, shelf.PathOf(backup.File), null, cancel);
            var fault = await unpack.FaultAsync(folder, cancel);
            if (fault is null)
            {
                shelf.Change(backup.File, found => found with { VerifiedAt = time.GetUtcNow() });
            }
            else
            {
                // The backup is what the database was: it stays, since nothing better may be there, and the drill says what is wrong with it.
                LogUnproved(backup.File, fault);
            }

            return new DrillResult(time.GetUtcNow(), backup.File, (long)time.GetElapsedTime(began).TotalMilliseconds, fault is null ? null : "log");
        }
        catch (BackupProblem problem)
        {
            Mark(backup, problem.Code.StartsWith("key.", StringComparison.Ordinal) ? "key" : "content");
            return new DrillResult(time.GetUtcNow(), backup.File, (long)time.GetElapsedTime(began).TotalMilliseconds, problem.Code);
        }
        finally
        {
            Clear(folder);
        }
    }

    private string? ProblemOf(BackupManifest backup, CancellationToken cancel)
    {
        try
        {
            using var file = new WatchedStream(File.OpenRead(shelf.PathOf(backup.File)), cancel);
            return Convert.ToHexStringLower(SHA256.HashData(file)) == backup.Sha256 ? null : "sha256";
        }
        catch (IOException)
        {
            return "missing";
        }
    }

    private void Mark(BackupManifest backup, string problem)
    {
        shelf.Change(backup.File, found => found with { Problem = problem });
        LogRotted(backup.File, problem);
    }

    private static void Clear(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [LoggerMessage(EventId = 5120, Level = LogLevel.Information, Message = "Restore drill of {File}: {Milliseconds} ms, problem: {Problem}")]
    private partial void LogRehearsed(string? file, long milliseconds, string? problem);

    [LoggerMessage(EventId = 5122, Level = LogLevel.Critical, Message = "The log inside backup {File} is not what was accepted: {Fault}")]
    private partial void LogUnproved(string file, string fault);

    [LoggerMessage(EventId = 5121, Level = LogLevel.Error, Message = "Backup {File} is worth nothing any more: {Problem}")]
    private partial void LogRotted(string file, string problem);
}
