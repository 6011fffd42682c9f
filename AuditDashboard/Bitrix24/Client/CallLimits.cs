using AuditDashboard.Bitrix24.Portal;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Bitrix24.Client;

/// <summary>
/// When the portal may be called (bitrix24.md section 8): our own reckoning of its leaking bucket, pauses after it refused or fell silent, and for
/// each method the time budget it has used.
/// </summary>
internal sealed class CallLimits(IOptions<BitrixOptions> options, TimeProvider time)
{
    /// <summary>Seconds of work a method may take in ten minutes before the cloud blocks it.</summary>
    public const double Budget = 480;

    private static readonly TimeSpan ParkedAtLeast = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestThrottle = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(30);
    private const int SilentAfter = 3;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, MethodGauge> _methods = [];
    private double _level;
    private DateTimeOffset _leakedAt = time.GetUtcNow();
    private DateTimeOffset _pausedUntil;
    private int _refusals;
    private int _silences;

    /// <summary>Why the portal is paused now: limit | unreachable (until it answers again, also between two tries); null = it is not.</summary>
    public string? Paused => IsSilent ? "unreachable" : _pausedUntil > time.GetUtcNow() ? "limit" : null;

    /// <summary>The portal has not answered several times in a row: nobody's fault but its own.</summary>
    public bool IsSilent => _silences >= SilentAfter;

    // A tenth of the bucket is left for others behind the same address.
    private double Room => Math.Max(1, options.Value.Burst * 0.9);

    /// <summary>Share of the bucket that is in use, 0 to 1.</summary>
    public double Load
    {
        get
        {
            lock (_lock)
            {
                return Math.Min(1, Leak() / options.Value.Burst);
            }
        }
    }

    public IReadOnlyList<(string Method, double Share, DateTimeOffset? ParkedUntil)> Gauges
    {
        get
        {
            lock (_lock)
            {
                var now = time.GetUtcNow();
                return [.. _methods.Where(gauge => gauge.Value.Share(now) >= 0.01 || gauge.Value.ParkedUntil > now)
                    .Select(gauge => (gauge.Key, gauge.Value.Share(now), gauge.Value.ParkedUntil > now ? gauge.Value.ParkedUntil : (DateTimeOffset?)null)).OrderByDescending(gauge => gauge.Item2)];
            }
        }
    }

    /// <summary>Whether so many calls may go out now; otherwise how long to wait.</summary>
    public bool MayStart(int calls, out TimeSpan wait)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            var excess = Leak() + Math.Min(calls, Room) - Room;
            wait = _pausedUntil > now ? _pausedUntil - now : excess > 0 ? TimeSpan.FromSeconds(excess / options.Value.RatePerSecond) : TimeSpan.Zero;
            return wait == TimeSpan.Zero;
        }
    }

    /// <summary>Null when the method is open; otherwise when it will be.</summary>
    public DateTimeOffset? ClosedUntil(string method)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            var until = _methods.GetValueOrDefault(method)?.ParkedUntil ?? default;
            until = until > _pausedUntil ? until : _pausedUntil;
            return until > now ? until : null;
        }
    }

    public void Sent()
    {
        lock (_lock)
        {
            _level = Leak() + 1;
        }
    }

    /// <summary>After a restart: what was asked before it still stands in the portal's bucket.</summary>
    /// <param name="calls">When, in order.</param>
    /// <param name="unwritten">Calls nobody wrote down, taken as made just now.</param>
    public void Resume(IReadOnlyList<DateTimeOffset> calls, int unwritten)
    {
        lock (_lock)
        {
            var (now, level, at) = (time.GetUtcNow(), 0.0, DateTimeOffset.MinValue);
            foreach (var call in calls.Where(call => call <= now))
            {
                (level, at) = (Math.Max(0, level - ((call - at).TotalSeconds * options.Value.RatePerSecond)) + 1, call);
            }

            level = Math.Max(0, level - ((now - at).TotalSeconds * options.Value.RatePerSecond)) + unwritten;
            (_level, _leakedAt) = (Math.Max(Leak(), Math.Min(level, options.Value.Burst)), now);
        }
    }

    public void Heard(string method, BitrixAnswer answer)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            var gauge = _methods.TryGetValue(method, out var known) ? known : _methods[method] = new MethodGauge();
            gauge.Note(answer, now);
            switch (answer.Kind)
            {
                case AnswerKind.RateLimit:
                    Pause(now, answer.RetryAfter ?? Wavering(Grown(TimeSpan.FromSeconds(1), _refusals++, LongestThrottle)));
                    break;
                case AnswerKind.OperationLimit:
                    var reset = gauge.ResetAt + TimeSpan.FromSeconds(1);
                    gauge.ParkedUntil = reset > now + ParkedAtLeast ? reset : now + ParkedAtLeast;
                    break;
                case AnswerKind.Unreachable or AnswerKind.Ambiguous when answer.IsFromNobody:
                    if (++_silences >= SilentAfter)
                    {
                        Pause(now, Wavering(Grown(TimeSpan.FromSeconds(5), _silences - SilentAfter, LongestSilence)));
                    }

                    break;
                default:
                    (_refusals, _silences) = (0, 0);
                    break;
            }
        }
    }

    /// <summary>Somebody asks for another try now.</summary>
    public void Forget()
    {
        lock (_lock)
        {
            (_pausedUntil, _refusals, _silences) = (default, 0, 0);
            _methods.Clear();
        }
    }

    private void Pause(DateTimeOffset now, TimeSpan pause) => _pausedUntil = now + pause > _pausedUntil ? now + pause : _pausedUntil;

    private double Leak()
    {
        var now = time.GetUtcNow();
        _level = Math.Max(0, _level - ((now - _leakedAt).TotalSeconds * options.Value.RatePerSecond));
        _leakedAt = now;
        return _level;
    }

    private static TimeSpan Grown(TimeSpan first, int times, TimeSpan most)
    {
        var grown = first * Math.Pow(2, Math.Min(times, 16));
        return grown < most ? grown : most;
    }

#pragma warning disable CA5394 // spreads retries, guards nothing
    private static TimeSpan Wavering(TimeSpan pause) => pause * (0.8 + (Random.Shared.NextDouble() * 0.4));
#pragma warning restore CA5394
}
