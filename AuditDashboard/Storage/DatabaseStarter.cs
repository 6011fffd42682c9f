using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Storage;

/// <summary>Backup, then migrate, then serve. Runs before any other hosted service.</summary>
internal sealed partial class DatabaseStarter(
    IDbContextFactory<AuditDbContext> databases, IOptions<StorageOptions> options, TimeProvider time, ILogger<DatabaseStarter> logger) : IHostedLifecycleService, IDisposable
{
    private FileStream? _lock;

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        LogFolder(options.Value.FullFolder);
        _lock = TakeLock();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var isNew = !File.Exists(options.Value.DatabaseFile);
        await db.Database.OpenConnectionAsync(cancellationToken);
        SqliteSetup.ApplyOnce(db.Database.GetDbConnection());
        var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).ToList();
        if (pending.Count > 0)
        {
            if (!isNew)
            {
                BackUp((SqliteConnection)db.Database.GetDbConnection());
            }

            await db.Database.MigrateAsync(cancellationToken);
            LogMigrated(pending.Count);
        }

        SqliteSetup.Prove(db.Database.GetDbConnection());
    }

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _lock?.Dispose();

    private FileStream TakeLock()
    {
        try
        {
            return new FileStream(Path.Combine(options.Value.FullFolder, "audit.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new InvalidOperationException($"Storage:DataFolder is in use by another running instance: {options.Value.FullFolder}");
        }
    }

    private void BackUp(SqliteConnection source)
    {
        var stamp = time.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var file = Path.Combine(options.Value.BackupsFolder, $"before-migration-{stamp}.db");
        using var copy = new SqliteConnection($"Data Source={file};Pooling=False");
        source.BackupDatabase(copy);
        LogBackedUp(file);
    }

    [LoggerMessage(EventId = 1100, Level = LogLevel.Information, Message = "Data folder {Folder}")]
    private partial void LogFolder(string folder);

    [LoggerMessage(EventId = 1101, Level = LogLevel.Information, Message = "Applied {Count} migrations")]
    private partial void LogMigrated(int count);

    [LoggerMessage(EventId = 1102, Level = LogLevel.Information, Message = "Copied the database to {File} before migrating")]
    private partial void LogBackedUp(string file);
}
