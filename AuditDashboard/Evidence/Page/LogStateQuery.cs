using AuditDashboard.Evidence.Signing;
using AuditDashboard.Evidence.Verifying;

namespace AuditDashboard.Evidence.Page;

/// <summary>How the log stands: what is signed, by which name and key, and what is wrong.</summary>
internal sealed class LogStateQuery(CheckpointShelf shelf, Origins origins, LogAlarm alarm)
{
    public async Task<LogState> RunAsync(CancellationToken cancel)
    {
        var newest = await shelf.NewestAsync(cancel);
        var origin = await origins.CurrentAsync(cancel);
        return new LogState(await shelf.SizeAsync(cancel), newest?.Size ?? 0, newest?.CreatedAt, newest?.Note, origin.VerifierKey, alarm.Fault);
    }
}

/// <param name="Leaves">Of the tree now; <paramref name="Signed"/> of them under the newest checkpoint.</param>
internal sealed record LogState(long Leaves, long Signed, DateTimeOffset? SignedAt, string? Note, string VerifierKey, Fault? Fault);
