using AuditDashboard.Storage;
using AuditDashboard.Storage.Purging;

namespace AuditDashboard.Retention.Runs;

/// <summary>Writes batches so that the log hardly notices: short transactions, and rests between them (<see cref="Pace"/>).</summary>
internal sealed class PurgeWriter(ITransactions transactions, Pace pace)
{
    private const int FewestRows = 5;
    private const int MostRows = 120;

    /// <param name="may">Asked inside the transaction; false leaves everything as it is.</param>
    /// <param name="alongside">Written together with the batch.</param>
    /// <returns>How long the batch held the write gate, its commit included, or null where it might not be written.</returns>
    public async Task<TimeSpan?> WriteAsync(PurgeBatch batch, Func<bool> may, Action<WriteConnection> alongside, CancellationToken cancel)
    {
        var isWritten = false;
        var took = await pace.StepAsync(
            begin => transactions.RunAsync(
                store =>
                {
                    begin();
                    if (may())
                    {
                        batch.Write(store);
                        alongside(store);
                        isWritten = true;
                    }
                },
                cancel),
            cancel);
        return isWritten ? took : null;
    }

    /// <summary>How many rows the next batch may have.</summary>
    public static int Next(int most, TimeSpan took) => Pace.Next(most, took, FewestRows, MostRows);
}
