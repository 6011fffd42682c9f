namespace AuditDashboard.Channels.Silence;

/// <summary>
/// K17 (product.md section 3.13): how many sessions a source should have begun. The expectation of an hour is the trimmed mean of the last six hours of
/// the same weekday and time: without the highest and the lowest where there are at least four, the median of three; with fewer nothing is expected.
/// Weeks are 168 UTC hours, which in a zone that changes its clocks is an hour off for six weeks.
/// </summary>
/// <param name="starts">Sessions by hour (UTC hours since 1970); hours without any are absent.</param>
/// <param name="firstHour">The first hour of which anything is known.</param>
/// <param name="isFree">Hours in which nobody is expected (public holidays).</param>
internal sealed class Expectation(IReadOnlyDictionary<long, int> starts, long firstHour, Func<long, bool> isFree)
{
    public const int Week = 7 * 24;

    private const int Weeks = 6;
    private const int FewestWeeks = 3;

    /// <summary>P(0 | λ) = e^−λ below 0.01: at least 4.6 expected, and none came.</summary>
    private static readonly double Alarming = -Math.Log(0.01);

    public static bool IsSilence(double expected) => expected >= Alarming;

    /// <summary>Sessions expected in one hour; null while too little is known.</summary>
    public double? Of(long hour)
    {
        var same = Enumerable.Range(1, Weeks).Select(week => hour - week * Week).Where(earlier => earlier >= firstHour).Select(earlier => starts.GetValueOrDefault(earlier)).Order().ToList();
        return same.Count < FewestWeeks ? null : isFree(hour) ? 0 : same.Skip(1).SkipLast(1).Average();
    }

    /// <summary>Sessions expected from one moment to another, in fractions of hours; null while too little is known. At most a week is looked at.</summary>
    public double? Over(DateTimeOffset from, DateTimeOffset to)
    {
        var (begin, end) = (Math.Max(Hours(from), Hours(to) - Week), Hours(to));
        var sum = 0.0;
        for (var hour = (long)begin; hour < end; hour++)
        {
            if (Of(hour) is not { } expected)
            {
                return null;
            }

            sum += expected * (Math.Min(end, hour + 1) - Math.Max(begin, hour));
        }

        return sum;
    }

    private static double Hours(DateTimeOffset moment) => moment.ToUnixTimeMilliseconds() / 3_600_000.0;
}
