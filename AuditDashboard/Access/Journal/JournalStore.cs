using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Access.Journal;

/// <summary>Adds lines to the journal; on disk when the task is done.</summary>
internal sealed class JournalStore(IDbContextFactory<AuditDbContext> databases, Pulse<JournalGrew> grew, TimeProvider time)
{
    public async Task AddAsync(JournalActor actor, string action, string? subject, string? reason, CancellationToken cancel, ClientId? client = null)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        db.Add(new AccessEntryRow
        {
            At = time.GetUtcNow(), Who = actor.Who, Action = action, Subject = subject, Reason = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(),
            Client = client?.ToString(), Address = actor.Address, Device = actor.Device,
        });
        await db.SaveChangesAsync(cancel);
        grew.Send(new JournalGrew());
    }
}

/// <summary>News: the journal has another line.</summary>
internal sealed record JournalGrew;
