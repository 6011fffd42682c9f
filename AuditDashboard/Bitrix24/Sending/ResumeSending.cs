using AuditDashboard.Bitrix24.Client;

namespace AuditDashboard.Bitrix24.Sending;

/// <summary>At a start: what was on its way is looked for, and the portal's bucket is as full as the last minute left it.</summary>
internal sealed class ResumeSending(OutboxQueue queue, CallJournal journal, CallLimits limits, TimeProvider time)
{
    // A full bucket has leaked by then.
    private static readonly TimeSpan LookedBack = TimeSpan.FromMinutes(1);

    public async Task HandleAsync(CancellationToken cancel)
    {
        var wasKilled = await queue.RecoverAsync(cancel) > 0;
        limits.Resume(await journal.SinceAsync(time.GetUtcNow() - LookedBack, cancel), wasKilled ? CallJournal.Portion : 0);
    }
}
