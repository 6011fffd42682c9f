using System.Collections.Concurrent;
using AuditDashboard.Foundation;

namespace AuditDashboard.Ingestion;

/// <summary>
/// What was refused lately, by caller and reason, so that whoever connects a bot sees why nothing arrives. In memory since the start of the
/// process; never a body, a key or a secret.
/// </summary>
public sealed class RefusedCalls(TimeProvider time, Pulse<RefusedCalls.Added> added)
{
    private const int Remembered = 50;
    private const int Hours = 48;

    private readonly ConcurrentDictionary<Caller, History> _histories = new();

    /// <summary>Who called: an endpoint, a key, or nobody we know.</summary>
    public readonly record struct Caller(string? Endpoint, string? KeyId)
    {
        /// <summary>The events API without a key, or with one we do not know.</summary>
        public static readonly Caller UnknownKey = new(null, null);

        /// <summary>A webhook address that does not exist.</summary>
        public static readonly Caller UnknownEndpoint = new("", null);

        public static Caller Of(Sender sender) => new(sender.Endpoint, sender.KeyId);
    }

    /// <param name="Code">The last part of <c>/problems/…</c>.</param>
    /// <param name="At">UTC.</param>
    public readonly record struct Refused(string Code, DateTimeOffset At);

    /// <summary>News: a call or an event of this caller was refused.</summary>
    public sealed record Added(Caller Caller);

    public void Note(Caller caller, string code)
    {
        _histories.GetOrAdd(caller, _ => new History()).Add(new Refused(code, time.GetUtcNow()));
        added.Send(new Added(caller));
    }

    /// <summary>How many since that moment; whole UTC hours, at most 48 of them.</summary>
    public int Count(Caller caller, DateTimeOffset since) => _histories.TryGetValue(caller, out var history) ? history.Count(since) : 0;

    /// <summary>The latest of these callers since that moment, the newest first; at most 50 a caller are remembered.</summary>
    public IReadOnlyList<Refused> Latest(IEnumerable<Caller> callers, DateTimeOffset since) =>
    [
        .. callers.Distinct().SelectMany(caller => _histories.TryGetValue(caller, out var history) ? history.Latest() : [])
            .Where(refused => refused.At >= since).OrderByDescending(refused => refused.At),
    ];

    private sealed class History
    {
        private readonly Queue<Refused> _latest = new();
        private readonly SortedDictionary<long, int> _hours = [];

        public void Add(Refused refused)
        {
            lock (_latest)
            {
                _latest.Enqueue(refused);
                if (_latest.Count > Remembered)
                {
                    _latest.Dequeue();
                }

                var hour = HourOf(refused.At);
                _hours[hour] = _hours.GetValueOrDefault(hour) + 1;
                while (_hours.Count > Hours)
                {
                    _hours.Remove(_hours.First().Key);
                }
            }
        }

        public int Count(DateTimeOffset since)
        {
            lock (_latest)
            {
                return _hours.Where(hour => hour.Key >= HourOf(since)).Sum(hour => hour.Value);
            }
        }

        public Refused[] Latest()
        {
            lock (_latest)
            {
                return [.. _latest];
            }
        }

        private static long HourOf(DateTimeOffset moment) => moment.ToUnixTimeSeconds() / 3600;
    }
}
