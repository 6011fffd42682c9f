using AuditDashboard.Kpi;

namespace AuditDashboard.Digest.Writing;

/// <summary>Yesterday beside the usual. Money in kopecks.</summary>
/// <param name="BehindSince">UTC. Since when somebody's events wait to be counted, of whatever day; null = all are.</param>
/// <param name="UsualDays">How many days before tell what is usual; 0 = too few to say.</param>
internal sealed record DayNumbers(DateOnly Day, KpiReport Yesterday, KpiReport Before, int UsualDays, long BookedKopecks, long LostKopecks, DateTimeOffset? BehindSince)
{
    /// <summary>Something happened in this salon before today: a new one is told nothing about its first morning.</summary>
    public bool IsAlive => Yesterday.Volume.Sessions > 0 || Before.Volume.Sessions > 0;

    public IReadOnlyList<WorthReading> Reading { get; init; } = [];

    /// <summary>A reason of K16 and how often; null = none.</summary>
    public (string Reason, long Count)? Advice { get; init; }

    /// <summary>The mean of a day before; null where too few are known.</summary>
    public double? Usual(Func<KpiReport, long> number) => UsualDays == 0 ? null : (double)number(Before) / UsualDays;
}

/// <summary>Reads them from the sums.</summary>
internal sealed class DayNumbersQuery(IKpiOverviews overviews, IKpiReports reports, WorthReadingQuery reading)
{
    /// <summary>What is usual is told by the 28 days before (product.md section 3.8), and not by fewer than 7.</summary>
    private const int LookBack = 28;
    private const int Fewest = 7;

    public async Task<DayNumbers> RunAsync(DateOnly day, CancellationToken cancel)
    {
        var yesterday = await overviews.RunAsync(new KpiFilter(day, day.AddDays(1)), cancel);
        var before = await reports.RunAsync(new KpiFilter(day.AddDays(-LookBack), day), cancel);
        var month = await overviews.RunAsync(new KpiFilter(day.AddDays(1 - LookBack), day.AddDays(1)), cancel);
        var known = before.Days.SkipWhile(past => past.Sessions == 0).Count();
        return new DayNumbers(
            day, yesterday.Now, before, known < Fewest ? 0 : known, yesterday.Channels.Sum(channel => channel.BookedKopecks),
            yesterday.LostMoney.NoShowKopecks + yesterday.LostMoney.LateCancellationsKopecks, yesterday.Behind.Since)
        {
            Reading = await reading.RunAsync(day, cancel),
            Advice = Writing.Advice.Of(yesterday.Now, month),
        };
    }
}
