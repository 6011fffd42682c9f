using AuditDashboard.Evidence.Verifying;
using AuditDashboard.Foundation;

namespace AuditDashboard.Evidence.Signing;

/// <summary>
/// When to sign (standards.md section 5.3): every ten minutes if the tree grew, and once a local day, with the day's digest of the access journal and a
/// check of everything.
/// A sweep: what was missed while the application stood still is found at the next run.
/// </summary>
internal sealed class KeepCheckpoints(CheckpointShelf shelf, SignCheckpoint sign, AnchorAccess access, CheckLog check, SalonClock clock)
{
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    private DateOnly? _day;

    public async Task HandleAsync(CancellationToken cancel)
    {
        var day = clock.Today;
        if (_day != day && await shelf.LastDailyOrFirstAsync(cancel) < clock.StartOf(day))
        {
            await CloseDayAsync(clock.StartOf(day), cancel);
            _day = day;
            return;
        }

        var newest = await shelf.NewestAsync(cancel);
        var isDue = newest is null || clock.Now - newest.CreatedAt >= Between;
        if (isDue && await shelf.SizeAsync(cancel) != (newest?.Size ?? 0))
        {
            await sign.HandleAsync(CheckpointKind.Regular, whole: true, cancel);
        }
    }

    /// <summary>A refused event is no reason to leave the day unsigned: the next day's digest begins where the last one ended.</summary>
    private async Task CloseDayAsync(DateTimeOffset today, CancellationToken cancel)
    {
        await access.HandleAsync(today, cancel);
        await sign.HandleAsync(CheckpointKind.Daily, whole: true, cancel);
        await shelf.TrimAsync(clock.Now - Kept, cancel);
        await check.HandleAsync((_, _) => { }, cancel);
    }
}
