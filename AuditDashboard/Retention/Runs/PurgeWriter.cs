using AuditDashboard.Storage;
using AuditDashboard.Storage.Purging;

namespace AuditDashboard.Retention.Runs;

/// <summary>
/// Writes batches so that the log hardly notices: short transactions, and a rest as long as the work between them (reliability-security.md F37: at most
/// 500 rows, less than 50 ms).
/// </summary>
internal sealed class PurgeWriter(ITransactions transactions, TimeProvider time)
{
    private const int FewestRows = 20;
    private const int MostRows = 500;

    // The commit's own fsync comes on top.
    private static readonly TimeSpan Long = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(8);

    /// <param name="may">Asked inside the transaction; false leaves everything as it is.</param>
    /// <param name="alongside">Written together with the batch.</param>
    /// <returns>How long the batch worked, or null where it might not.</returns>
    public async Task<TimeSpan?> WriteAsync(PurgeBatch batch, Func<bool> may, Action<WriteConnection> alongside, CancellationToken cancel)
    {
        TimeSpan? worked = null;
        await transactions.RunAsync(
            store =>
            {
                if (may())
                {
                    var began = time.GetTimestamp();
                    batch.Write(store);
                    alongside(store);
                    worked = time.GetElapsedTime(began);
                }
            },
            cancel);
        if (worked is { Ticks: > 0 } rest)
        {
            await Task.Delay(rest, time, cancel);
        }

        return worked;
    }

    /// <summary>How many rows the next batch may have.</summary>
    public static int Next(int most, TimeSpan worked) =>
        worked > Long ? Math.Max(FewestRows, most / 2) : worked < Short ? Math.Min(MostRows, most * 3 / 2) : most;
}
