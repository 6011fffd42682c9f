using System.Collections.Concurrent;
using AuditDashboard.Ingestion.Limits;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Ingestion.Api;

/// <summary>
/// A bucket a key (off by default). A request may overdraw it, so that a full batch passes at any rate; the next one then waits.
/// </summary>
internal sealed class EventRate(IOptions<IngestionOptions> options, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Bucket> _buckets = new(StringComparer.Ordinal);
    private readonly double _rate = options.Value.EventsPerSecond;

    /// <summary>Takes the events from the key's bucket; otherwise the seconds after which it pays to ask again.</summary>
    public int? SecondsToWait(string keyId, int events)
    {
        if (_rate <= 0 || events == 0)
        {
            return null;
        }

        var bucket = _buckets.GetOrAdd(keyId, _ => new Bucket { Left = _rate, At = time.GetTimestamp() });
        lock (bucket)
        {
            bucket.Left = Math.Min(_rate, bucket.Left + (time.GetElapsedTime(bucket.At).TotalSeconds * _rate));
            bucket.At = time.GetTimestamp();
            if (bucket.Left < 1)
            {
                return Math.Max(1, (int)Math.Ceiling((1 - bucket.Left) / _rate));
            }

            bucket.Left -= events;
            return null;
        }
    }

    private sealed class Bucket
    {
        public double Left { get; set; }

        public long At { get; set; }
    }
}
