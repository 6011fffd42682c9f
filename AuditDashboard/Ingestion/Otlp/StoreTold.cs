using AuditDashboard.Foundation;
using AuditDashboard.Ingestion.Api;
using AuditDashboard.Ingestion.Foreign;
using Microsoft.Extensions.Options;
using static AuditDashboard.Ingestion.IngestReceipt;

namespace AuditDashboard.Ingestion.Otlp;

/// <summary>
/// Brings a request's items into the log in portions: 8 MiB may hold more than the log's queue takes, and while a portion is joined nobody else writes.
/// Where a later portion is refused the whole request comes again, and repeats are harmless.
/// </summary>
internal sealed class StoreTold(IIngest ingest, EventRate rate, IOptions<OtlpOptions> options)
{
    private const int Portion = 500;

    /// <param name="tell">Joins a portion of the items and says what they tell.</param>
    public async ValueTask<Taken> HandleAsync<TItem>(
        Sender sender, IReadOnlyCollection<TItem> items, Func<TItem[], Task<List<TranslatedEvent>>> tell, CancellationToken cancel)
    {
        if (rate.SecondsToWait(sender.KeyId ?? "", items.Count) is { } seconds)
        {
            return new Taken(Refusal: new Refusal("rate"), RetryAfterSeconds: seconds);
        }

        var rejected = 0;
        foreach (var portion in items.Chunk(Portion))
        {
            // An item may tell three events, and the smallest queue takes five hundred.
            foreach (var told in Kept(sender, await tell(portion)).Chunk(Portion))
            {
                var receipt = await ingest.TakeAsync(sender, [.. told.Select(happened => happened.Offer(OtlpList.Envelope))], cancel);
                if (receipt.Refusal is { } refusal)
                {
                    return new Taken(Refusal: refusal, RetryAfterSeconds: refusal.Code == "storage" ? 5 : 1);
                }

                rejected += receipt.Count(Verdict.Rejected);
            }
        }

        return new Taken(rejected);
    }

    /// <summary>
    /// A call told without its messages finds its dialogue by the client's address: the messenger's dialogue has another key than the assistant's.
    /// </summary>
    private IEnumerable<TranslatedEvent> Kept(Sender sender, List<TranslatedEvent> told) => !options.Value.CallsOnly.Contains(sender.Bot)
        ? told
        : told.Where(happened => !happened.Type.StartsWith("message.", StringComparison.Ordinal))
            .Select(happened => happened.Address.Client is null ? happened : happened with { Session = null });
}
