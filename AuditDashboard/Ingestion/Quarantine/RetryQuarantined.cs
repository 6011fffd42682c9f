using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;
using static AuditDashboard.Ingestion.IngestReceipt;

namespace AuditDashboard.Ingestion.Quarantine;

/// <summary>Offers a quarantined body again, as if it came now. What is stored leaves quarantine; what is refused again stays, with the new reason.</summary>
internal sealed class RetryQuarantined(
    IDbContextFactory<AuditDbContext> databases, IIngest ingest, IEnumerable<IReadAgain> readers, DiscardQuarantined discard)
{
    /// <summary>Refusals: <c>not-found</c>; <c>too-large</c> (the kept bytes are not all that came); <c>unknown-body</c> (nothing reads it yet); <c>busy</c>, <c>storage</c>.</summary>
    public async Task<Outcome<IReadOnlyList<Item>>> HandleAsync(long id, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var row = await db.Set<QuarantineRow>().AsNoTracking().SingleOrDefaultAsync(found => found.Id == id, cancel);
        if (row is null)
        {
            return new Refusal("not-found");
        }

        if (row.Size > row.Body.Length)
        {
            return new Refusal("too-large");
        }

        if (await ReadAsync(row, cancel) is not { } offered)
        {
            return new Refusal("unknown-body");
        }

        var receipt = await ingest.TakeAsync(new Sender(row.Bot, row.Branch, row.Endpoint, row.KeyId), offered, cancel);
        if (receipt.Refusal is { } refusal)
        {
            return refusal;
        }

        if (receipt.Count(Verdict.Rejected) + receipt.Count(Verdict.Conflict) == 0)
        {
            await discard.HandleAsync(id, cancel);
        }

        return new Outcome<IReadOnlyList<Item>>(receipt.Items, null);
    }

    private async ValueTask<IReadOnlyList<OfferedEvent>?> ReadAsync(QuarantineRow row, CancellationToken cancel)
    {
        var body = new IReadAgain.Body(row.Envelope, row.Bot, row.EventId, row.Body, row.ReceivedAt);
        return readers.FirstOrDefault(reader => reader.Reads(row.Envelope)) is { } reader ? await reader.ReadAsync(body, cancel) : null;
    }
}
