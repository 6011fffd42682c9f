using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Digest.Sending;

/// <summary>At the start, before anything is sent: what was leaving when the process died may have arrived, so nobody sends it again.</summary>
internal sealed class RecoverOwnerMessages(IDbContextFactory<AuditDbContext> databases) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        foreach (var row in await db.Set<OwnerMessageRow>().Where(row => row.State == MessageStates.Sending).ToListAsync(cancellationToken))
        {
            row.Settle(MessageStates.Uncertain, "interrupted");
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
