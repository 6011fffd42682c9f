using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Storage;

/// <summary>
/// Folds the write-ahead log into the file beside the writer instead of inside its commits, where every fold would be a pause of all who wait.
/// Passive folds never stop a commit; only a log that grew in spite of them is emptied with the gate closed.
/// </summary>
internal sealed partial class WalKeeper(IOptions<StorageOptions> options, WriteGate gate, TimeProvider time, ILogger<WalKeeper> logger) : BackgroundService
{
    private const long FoldFrom = 16L << 20;
    private const long EmptyFrom = 512L << 20;
    private static readonly TimeSpan Each = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var connection = new SqliteConnection(SqliteSetup.ConnectionString(options.Value) + ";Pooling=False");
        await connection.OpenAsync(stoppingToken);
        SqliteSetup.Apply(connection);
        using var timer = new PeriodicTimer(Each, time);
        while (!stoppingToken.IsCancellationRequested && await timer.WaitForNextTickAsync(stoppingToken))
        {
            await KeepAsync(connection, stoppingToken);
        }
    }

    private async Task KeepAsync(SqliteConnection connection, CancellationToken cancel)
    {
        var size = Size();
        if (size < FoldFrom)
        {
            return;
        }

        try
        {
            if (size < EmptyFrom)
            {
                await RunAsync(connection, "PRAGMA wal_checkpoint(PASSIVE)", cancel);
                return;
            }

            using var pass = await gate.EnterAsync(cancel);
            await RunAsync(connection, "PRAGMA wal_checkpoint(TRUNCATE)", cancel);
        }
        catch (SqliteException problem)
        {
            // A full disk stops this and the log alike; both go on when there is room.
            LogFold(problem);
        }
        catch (OperationCanceledException)
        {
            // Stopping: the writer folds the rest.
        }
    }

    private long Size()
    {
        var wal = new FileInfo(options.Value.DatabaseFile + "-wal");
        return wal.Exists ? wal.Length : 0;
    }

#pragma warning disable CA2100 // both texts stand above
    private static async Task RunAsync(SqliteConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancel);
    }
#pragma warning restore CA2100

    [LoggerMessage(EventId = 1103, Level = LogLevel.Warning, Message = "The write-ahead log could not be folded; tried again shortly")]
    private partial void LogFold(Exception problem);
}
