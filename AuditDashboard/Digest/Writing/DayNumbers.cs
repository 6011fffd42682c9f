using AuditDashboard.Kpi;

namespace AuditDashboard.Digest.Writing;

/// <summary>Yesterday beside the usual. Money in kopecks.</summary>
/// <param name="UsualDays">How many days before tell what is usual; 0 = too few to say.</param>
internal sealed record DayNumbers(DateOnly Day, KpiReport Yesterday, KpiReport Before, int UsualDays, long BookedKopecks, long LostKopecks, DateTimeOffset? BehindSince)
{
    /// <summary>Something happened in this salon before today: a new one is told nothing about its first morning.</summary>
    /// <param name="today">The moment today began.</param>
    public bool IsAlive(DateTimeOffset today) => Yesterday.Volume.Sessions > 0 || Before.Volume.Sessions > 0 || BehindSince < today;

    /// <summary>The mean of a day before; null where too few are known.</summary>
    public double? Usual(Func<KpiReport, long> number) => UsualDays == 0 ? null : (double)number(Before) / UsualDays;
}

/// <summary>Reads them from the sums.</summary>
internal sealed class DayNumbersQuery(IKpiOverviews overviews, IKpiReports reports)
{
    /// <summary>What is usual is told by the 28 days before (product.md section 3.8), and not by fewer than 7.</summary>
    private const int LookBack = 28;
    private const int Fewest = 7;

    public async Task<DayNumbers> RunAsync(DateOnly day, CancellationToken cancel)
    {
        var yesterday = await overviews.RunAsync(new KpiFilter(day, day.AddDays(1)), cancel);
        var before = await reports.RunAsync(new KpiFilter(day.AddDays(-LookBack), day), cancel);
        var known = before.Days.SkipWhile(past => past.Sessions == 0).Count();
        return new DayNumbers(
            day, yesterday.Now, before, known < Fewest ? 0 : known, yesterday.Channels.Sum(channel => channel.BookedKopecks),
            yesterday.LostMoney.NoShowKopecks + yesterday.LostMoney.LateCancellationsKopecks, yesterday.Behind.Since);
    }
}
