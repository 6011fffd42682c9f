using AuditDashboard.Storage.Copies;
using AuditDashboard.Storage.Starting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Storage;

/// <summary>Take the folder, back up, migrate, serve. Runs before any other hosted service.</summary>
internal sealed partial class DatabaseStarter(
    IDbContextFactory<AuditDbContext> databases, IOptions<StorageOptions> options, DataFolderParts parts, TimeProvider time, ILogger<DatabaseStarter> logger) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        LogFolder(options.Value.FullFolder);
        parts.Folder.Handle();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        SqliteSetup.ApplyOnce(db.Database.GetDbConnection());
        var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).ToList();
        if (pending.Count > 0)
        {
            if (!parts.Folder.IsNew)
            {
                BackUp(cancellationToken);
            }

            SqliteSetup.DropMigrationLock(db.Database.GetDbConnection());
            await db.Database.MigrateAsync(cancellationToken);
            LogMigrated(pending.Count);
        }

        parts.Examine.MarkPresent();
        SqliteSetup.Prove(db.Database.GetDbConnection());
    }

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // A copy that was not looked through is no reason to go on.
    private void BackUp(CancellationToken cancel)
    {
        var file = Path.Combine(options.Value.BackupsFolder, $"before-migration-{SwapDatabase.Stamp(time.GetUtcNow())}.db");
        var facts = parts.Copy.Run(file + ".part", _ => { }, cancel);
        var check = CheckDatabase.Copy(file + ".part");
        if (check.Facts?.SameAs(facts) != true)
        {
            throw new InvalidOperationException($"The copy before migrating is not sound: {check.Problem ?? "other rows than the original"}");
        }

        DurableFiles.Move(file + ".part", file);
        LogBackedUp(file);
    }

    [LoggerMessage(EventId = 1100, Level = LogLevel.Information, Message = "Data folder {Folder}")]
    private partial void LogFolder(string folder);

    [LoggerMessage(EventId = 1101, Level = LogLevel.Information, Message = "Applied {Count} migrations")]
    private partial void LogMigrated(int count);

    [LoggerMessage(EventId = 1102, Level = LogLevel.Information, Message = "Copied the database to {File} before migrating")]
    private partial void LogBackedUp(string file);
}

/// <summary>What the start works with.</summary>
internal sealed record DataFolderParts(TakeFolder Folder, ExamineDatabase Examine, CopyDatabase Copy);
