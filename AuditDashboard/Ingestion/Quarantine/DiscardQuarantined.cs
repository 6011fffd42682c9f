using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Ingestion.Quarantine;

/// <summary>Removes a body from quarantine for good.</summary>
internal sealed class DiscardQuarantined(IDbContextFactory<AuditDbContext> databases, WriteGate gate, Pulse<QuarantineChanged> changed)
{
    /// <summary>False when it was not there any more.</summary>
    public async Task<bool> HandleAsync(long id, CancellationToken cancel)
    {
        int removed;
        await using var db = await databases.CreateDbContextAsync(cancel);
        using (await gate.EnterAsync(cancel))
        {
            removed = await db.Set<QuarantineRow>().Where(row => row.Id == id).ExecuteDeleteAsync(cancel);
        }

        changed.Send(new QuarantineChanged());
        return removed > 0;
    }
}
