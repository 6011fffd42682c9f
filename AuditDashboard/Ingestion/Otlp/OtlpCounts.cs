using System.Diagnostics.Metrics;

namespace AuditDashboard.Ingestion.Otlp;

/// <summary>How much telemetry comes in, and how much of it is ours to keep.</summary>
internal sealed class OtlpCounts(IMeterFactory meters)
{
    private readonly Counter<long> _items = meters.Create("AuditDashboard.Ingestion").CreateCounter<long>("otlp.items");

    /// <param name="signal">traces | logs | metrics</param>
    public void Add(string signal, long kept, long notOurs)
    {
        _items.Add(kept, new KeyValuePair<string, object?>("signal", signal), new KeyValuePair<string, object?>("kept", true));
        _items.Add(notOurs, new KeyValuePair<string, object?>("signal", signal), new KeyValuePair<string, object?>("kept", false));
    }
}
