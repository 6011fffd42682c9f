using AuditDashboard.Foundation;
using AuditDashboard.Ingestion.Api;
using AuditDashboard.Ingestion.Foreign;
using static AuditDashboard.Ingestion.IngestReceipt;

namespace AuditDashboard.Ingestion.Otlp;

/// <summary>Brings translated events into the log in portions: a request of 8 MiB may hold more than the log's queue does, and repeats are harmless.</summary>
internal sealed class StoreTold(IIngest ingest, EventRate rate)
{
    private const int Portion = 500;

    public async ValueTask<Taken> HandleAsync(Sender sender, IReadOnlyCollection<TranslatedEvent> told, int rejected, CancellationToken cancel)
    {
        if (rate.SecondsToWait(sender.KeyId ?? "", told.Count) is { } seconds)
        {
            return new Taken(Refusal: new Refusal("rate"), RetryAfterSeconds: seconds);
        }

        foreach (var portion in told.Chunk(Portion))
        {
            var receipt = await ingest.TakeAsync(sender, [.. portion.Select(happened => happened.Offer(OtlpList.Envelope))], cancel);
            if (receipt.Refusal is { } refusal)
            {
                return new Taken(Refusal: refusal, RetryAfterSeconds: refusal.Code == "storage" ? 5 : 1);
            }

            rejected += receipt.Count(Verdict.Rejected);
        }

        return new Taken(rejected);
    }
}
