using AuditDashboard.Ingestion.Otlp.Reading;

namespace AuditDashboard.Ingestion.Otlp;

/// <summary><c>/v1/metrics</c>: SDKs send them by default and would log errors for ever if nobody took them. Counted, not stored.</summary>
internal sealed class CountMetrics(OtlpCounts counts) : ISignal
{
    public string Name => "metrics";

    public string RejectedMember => "rejectedDataPoints";

    public ValueTask<Taken> TakeAsync(Sender sender, OtlpBody body, CancellationToken cancel)
    {
        counts.Add(Name, 0, body.CountMetrics());
        return ValueTask.FromResult(new Taken());
    }
}
