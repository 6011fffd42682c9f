using AuditDashboard.Retention.Runs;
using AuditDashboard.Storage;

namespace AuditDashboard.Retention.Erasure;

/// <summary>After a restore: whoever was forgotten since the backup was made is forgotten again, before anybody can look.</summary>
internal sealed partial class ReplayErasures(ErasureLedger ledger, ErasureShelf shelf, ErasePerson erase, PurgeTools tools, TimeProvider time, ILogger<ReplayErasures> logger) : IAfterRestore
{
    public int Order => 100;

    public async Task RunAsync(CancellationToken cancel)
    {
        var lines = ledger.Read();
        foreach (var line in lines)
        {
            var row = await shelf.FindAsync(line.Erasure, cancel) ?? new ErasureRow { Id = line.Erasure, ClientId = line.Records is [var first, ..] ? first : Guid.Empty, AskedAt = line.At, Basis = "restore", By = "ledger" };
            await erase.DeleteAgainAsync(line.Records, row, cancel);
            var now = time.GetUtcNow();
            (row.State, row.SealedMarks, row.PerformedAt, row.EndedAt) = (ErasureRow.Done, null, row.PerformedAt ?? now, now);
            await shelf.WriteAsync(row, cancel);
        }

        if (lines.Count > 0)
        {
            await tools.Cleaning.CleanWordsAsync(cancel);
            await tools.Cleaning.CompactAsync(cancel);
            LogReplayed(lines.Count);
        }
    }

    [LoggerMessage(EventId = 5014, Level = LogLevel.Information, Message = "After a restore, {Count} erasures were carried out again")]
    private partial void LogReplayed(int count);
}
