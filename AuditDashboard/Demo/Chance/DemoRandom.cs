using System.Numerics;

namespace AuditDashboard.Demo.Chance;

/// <summary>
/// xoshiro256** seeded by SplitMix64 (Blackman and Vigna): the same numbers on every machine and every runtime, which System.Random does not promise.
/// A named stream has numbers of its own, so that a new phrase in the tables moves no booking.
/// </summary>
internal sealed class DemoRandom
{
    private const ulong Seed = 20250101;

    private ulong _a, _b, _c, _d;

    public DemoRandom(string stream)
    {
        var state = stream.Aggregate(Seed, (hash, letter) => (hash ^ letter) * 1099511628211);
        _a = SplitMix(ref state);
        _b = SplitMix(ref state);
        _c = SplitMix(ref state);
        _d = SplitMix(ref state);
    }

    /// <summary>From 0 inclusive to 1 exclusive, 53 bits.</summary>
    public double Unit() => (Bits() >> 11) * (1.0 / (1UL << 53));

    public bool Chance(double share) => Unit() < share;

    /// <summary>From 0 inclusive to <paramref name="limit"/> exclusive.</summary>
    public int Below(int limit) => (int)Math.BigMul(Bits(), (ulong)limit, out _);

    public int Between(int first, int last) => first + Below(last - first + 1);

    public T Pick<T>(IReadOnlyList<T> list) => list[Below(list.Count)];

    public void Shuffle<T>(Span<T> list)
    {
        for (var i = list.Length - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (list[i], list[j]) = (list[j], list[i]);
        }
    }

    /// <summary>A lognormal stretch of time, cut to between a twentieth and twenty times the median.</summary>
    public TimeSpan Around(TimeSpan median, double sigma) =>
        TimeSpan.FromMilliseconds(Math.Round(median.TotalMilliseconds * Math.Clamp(Math.Exp(sigma * NormalQuantile.At(Unit())), 0.05, 20)));

    private ulong Bits()
    {
        var result = BitOperations.RotateLeft(_b * 5, 7) * 9;
        var shifted = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= shifted;
        _d = BitOperations.RotateLeft(_d, 45);
        return result;
    }

    private static ulong SplitMix(ref ulong state)
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
