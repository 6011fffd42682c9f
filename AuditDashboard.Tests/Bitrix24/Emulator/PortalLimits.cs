namespace AuditDashboard.Tests.Bitrix24.Emulator;

/// <summary>The leaky bucket by source address and the time budget by method (section 15), on a clock that is moved by hand.</summary>
internal sealed class PortalLimits(TimeProvider time)
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(600);
    private readonly Lock _lock = new();
    private readonly Dictionary<string, (double Level, DateTimeOffset At)> _buckets = [];
    private readonly Dictionary<string, List<(DateTimeOffset FirstHit, double Cost)>> _costs = [];

    public double Burst { get; set; } = 50;

    public double PerSecond { get; set; } = 2;

    /// <summary>Seconds of work a method may take in ten minutes.</summary>
    public double Budget { get; set; } = 480;

    /// <summary>Seconds one call of a method costs; what takes 0.1 s or less is not counted.</summary>
    public Dictionary<string, double> Costs { get; } = [];

    /// <summary>Calls refused by the bucket.</summary>
    public int Refused { get; private set; }

    public bool Admit(string address)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            var (level, at) = _buckets.GetValueOrDefault(address, (0, now));
            level = Math.Max(0, level - ((now - at).TotalSeconds * PerSecond));
            var admitted = level + 1 <= Burst + 1e-9;
            Refused += admitted ? 0 : 1;
            _buckets[address] = (admitted ? level + 1 : level, now);
            return admitted;
        }
    }

    public bool HasBudget(string auth, string method)
    {
        lock (_lock)
        {
            return Live(auth, method).Sum(bucket => bucket.Cost) <= Budget;
        }
    }

    /// <summary>Books a call: what has been used, and when the oldest of it is forgotten (Unix seconds; null without any).</summary>
    public (double Operating, long? ResetAt) Book(string auth, string method)
    {
        lock (_lock)
        {
            var (live, cost, now) = (Live(auth, method), Costs.GetValueOrDefault(method, 0.02), time.GetUtcNow());
            if (cost > 0.1)
            {
                var last = live.Count - 1;
                if (last >= 0 && live[last].FirstHit.ToUnixTimeSeconds() / 60 == now.ToUnixTimeSeconds() / 60)
                {
                    live[last] = (live[last].FirstHit, live[last].Cost + cost);
                }
                else
                {
                    live.Add((now, cost));
                }
            }

            return (live.Sum(bucket => bucket.Cost), live.Count == 0 ? null : live[0].FirstHit.ToUnixTimeSeconds() + (long)Window.TotalSeconds);
        }
    }

    private List<(DateTimeOffset FirstHit, double Cost)> Live(string auth, string method)
    {
        if (!_costs.TryGetValue($"{auth} {method}", out var live))
        {
            _costs[$"{auth} {method}"] = live = [];
        }

        live.RemoveAll(bucket => bucket.FirstHit + Window <= time.GetUtcNow());
        return live;
    }
}
