using AuditDashboard.Access;
using AuditDashboard.Events;
using AuditDashboard.Kpi.Metrics;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Kpi.Judging;

/// <summary>A person's verdict on a suspicion of K15. It changes no number: it says how far the suspicions can be trusted.</summary>
internal sealed class JudgeUnit(IDbContextFactory<AuditDbContext> databases, IEventReader events, ICurrentViewer viewers, TimeProvider time)
{
    public const string Yes = "yes";
    public const string No = "no";

    /// <param name="verdict">yes | no; null takes it back.</param>
    /// <returns>False for an auditor, and for a manager where the event is of a branch of others.</returns>
    public async Task<bool> HandleAsync(UnitKind kind, long seq, string? verdict, CancellationToken cancel)
    {
        var viewer = await viewers.GetAsync();
        if (viewer.Role == "auditor" || await events.OfSeqsAsync([seq], cancel) is not [var stored] || !viewer.MaySee(stored.Branch))
        {
            return false;
        }

        var number = (int)kind;
        await using var db = await databases.CreateDbContextAsync(cancel);
        var row = await db.Set<VerdictRow>().SingleOrDefaultAsync(known => known.Kind == number && known.Seq == seq, cancel);
        if (row is not null)
        {
            db.Remove(row);
            await db.SaveChangesAsync(cancel);
        }

        if (verdict is not null)
        {
            db.Add(new VerdictRow { Kind = number, Seq = seq, Verdict = verdict, By = viewer.UserId, At = time.GetUtcNow() });
            await db.SaveChangesAsync(cancel);
        }

        return true;
    }
}
