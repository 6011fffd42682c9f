using AuditDashboard.Ingestion.Bodies;
using AuditDashboard.Ingestion.Otlp;

namespace AuditDashboard.Ingestion.Quarantine;

/// <summary>Native events, CloudEvents and signed bodies: quarantine holds the single event. Whole documents that did not parse stay as they are.</summary>
internal sealed class ReadEventsAgain : IReadAgain
{
    private static readonly Dictionary<string, Func<IReadAgain.Body, OfferedEvent>> Read = new(StringComparer.Ordinal)
    {
        [Envelopes.Native] = body => new OfferedEvent(body.Bytes, Envelopes.Native),
        [Envelopes.CloudEvents] = body => CloudEvent.Translate(body.Bytes),
        [OtlpList.Envelope] = body => new OfferedEvent(body.Bytes, OtlpList.Envelope) { RepeatsMayDiffer = true },
        [Envelopes.StandardWebhooks] = body => WebhookBody.Translate(body.Bytes, body.EventId ?? "", body.ReceivedAt),
    };

    public bool Reads(string envelope) => Read.ContainsKey(envelope);

    public ValueTask<IReadOnlyList<OfferedEvent>?> ReadAsync(IReadAgain.Body body, CancellationToken cancel)
    {
        IReadOnlyList<OfferedEvent> offered = [Read[body.Envelope](body)];
        return ValueTask.FromResult<IReadOnlyList<OfferedEvent>?>(offered);
    }
}
