using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using AuditDashboard.Backups.Files;

namespace AuditDashboard.Backups.Target;

/// <summary>
/// Brings the bucket to what the shelf says: verified backups that are not there are sent (the newest first), removed ones are removed. A failure
/// leaves everything here and is tried again at the next sweep.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore without a wait handle holds nothing, and a late sweep at shutdown must not meet a disposed one.")]
internal sealed partial class SendBackups(S3Target target, BackupShelf shelf, TimeProvider time, ILogger<SendBackups> logger)
{
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>The last failure since the last success: a code, no address and no secret.</summary>
    public string? Failure { get; private set; }

    public async Task HandleAsync(CancellationToken cancel)
    {
        if (!target.IsOn)
        {
            return;
        }

        await _one.WaitAsync(cancel);
        try
        {
            foreach (var backup in shelf.All())
            {
                await BringAsync(backup, cancel);
            }

            Failure = null;
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException)
        {
            Failure = problem is HttpRequestException { StatusCode: { } status } ? $"{(int)status}" : problem is HttpRequestException { Message: "late" } ? "late" : "connection";
            LogUnsent(Failure);
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task BringAsync(BackupManifest backup, CancellationToken cancel)
    {
        var manifest = Path.ChangeExtension(backup.File, ".json");
        if (backup.IsRemoved)
        {
            await target.DeleteAsync(backup.File, cancel);
            await target.DeleteAsync(manifest, cancel);
            shelf.Forget(backup);
        }
        else if (backup is { IsVerified: true, SentAt: null } && File.Exists(shelf.PathOf(backup.File)))
        {
            await target.PutAsync(backup.File, shelf.PathOf(backup.File), backup.Sha256, cancel);
            await PutManifestAsync(manifest, cancel);
            shelf.Change(backup.File, found => found with { SentAt = time.GetUtcNow() });
            LogSent(backup.File);
        }
    }

    private async Task PutManifestAsync(string name, CancellationToken cancel)
    {
        var path = shelf.PathOf(name);
        var hash = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(path, cancel)));
        await target.PutAsync(name, path, hash, cancel);
    }

    [LoggerMessage(EventId = 5130, Level = LogLevel.Information, Message = "Backup {File} is in the storage elsewhere, too")]
    private partial void LogSent(string file);

    [LoggerMessage(EventId = 5131, Level = LogLevel.Warning, Message = "The storage elsewhere did not take a backup ({Reason}); it stays here and is tried again")]
    private partial void LogUnsent(string reason);
}
