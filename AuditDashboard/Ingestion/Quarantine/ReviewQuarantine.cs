using AuditDashboard.Access;
using AuditDashboard.Foundation;
using static AuditDashboard.Ingestion.IngestReceipt;

namespace AuditDashboard.Ingestion.Quarantine;

/// <summary>What the owner does in quarantine: looks into a body, tries again, discards. Each is in the access journal; nobody else may.</summary>
internal sealed class ReviewQuarantine(
    QuarantineQuery query, RetryQuarantined retry, DiscardQuarantined discard, ICurrentViewer viewers, IAccessJournal journal)
{
    public async Task<QuarantinedItem?> LookAsync(long id, CancellationToken cancel)
    {
        await WriteAsync("quarantine.viewed", id, cancel);
        return await query.FindAsync(id, cancel);
    }

    public async Task<Outcome<IReadOnlyList<Item>>> RetryAsync(long id, CancellationToken cancel)
    {
        await WriteAsync("quarantine.retried", id, cancel);
        return await retry.HandleAsync(id, cancel);
    }

    public async Task DiscardAsync(long id, CancellationToken cancel)
    {
        await WriteAsync("quarantine.discarded", id, cancel);
        await discard.HandleAsync(id, cancel);
    }

    private async Task WriteAsync(string action, long id, CancellationToken cancel)
    {
        if (!(await viewers.GetAsync()).IsOwner)
        {
            throw new UnauthorizedAccessException("Only an owner may work in quarantine.");
        }

        await journal.WriteAsync(action, id.ToString(System.Globalization.CultureInfo.InvariantCulture), null, cancel);
    }
}
