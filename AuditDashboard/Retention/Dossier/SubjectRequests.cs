using AuditDashboard.Access;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Retention.Dossier;

/// <summary>Who asked what the salon knows about them, and how long there is to answer: ten working days (law 152-FZ, article 20 part 1).</summary>
internal sealed class SubjectRequests(
    IDbContextFactory<AuditDbContext> databases, ITransactions transactions, ICurrentViewer viewers, IAccessJournal journal, Pulse<RetentionChanged> changed, SalonClock clock)
{
    private const int Term = 10;

    public async Task<IReadOnlyList<SubjectRequestRow>> OpenAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<SubjectRequestRow>().AsNoTracking().Where(row => row.AnsweredAt == null).OrderBy(row => row.DueOn).ToListAsync(cancel);
    }

    /// <summary>False for anybody but an owner.</summary>
    public async Task<bool> NoteAsync(Guid clientId, DateOnly receivedOn, CancellationToken cancel)
    {
        var viewer = await viewers.GetAsync();
        var row = new SubjectRequestRow
        {
            Id = Guid.CreateVersion7(clock.Now.ToUniversalTime()), ClientId = clientId, ReceivedOn = receivedOn, DueOn = WorkingDays.After(receivedOn, Term), By = viewer.UserId,
        };
        return viewer.IsOwner && await WriteAsync(row, "request.noted", cancel);
    }

    public async Task<bool> CloseAsync(Guid id, CancellationToken cancel)
    {
        if (!(await viewers.GetAsync()).IsOwner || (await OpenAsync(cancel)).FirstOrDefault(row => row.Id == id) is not { } row)
        {
            return false;
        }

        row.AnsweredAt = clock.Now.ToUniversalTime();
        return await WriteAsync(row, "request.answered", cancel);
    }

    private async Task<bool> WriteAsync(SubjectRequestRow row, string action, CancellationToken cancel)
    {
        await transactions.RunAsync(store => store.Table<SubjectRequestRow>().Upsert(row), cancel);
        await journal.WriteAsync(action, row.ClientId.ToString(), null, cancel);
        changed.Send(new RetentionChanged());
        return true;
    }
}
