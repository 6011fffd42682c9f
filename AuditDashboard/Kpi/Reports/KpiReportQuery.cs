using AuditDashboard.Foundation;
using AuditDashboard.Kpi.Metrics;
using AuditDashboard.Kpi.Rollup;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Kpi.Reports;

internal sealed class KpiReportQuery(IDbContextFactory<AuditDbContext> databases, SalonClock clock) : IKpiReports
{
    /// <summary>A need is ripe when its date is more than this many days before today (kpi-notes.md section 4).</summary>
    private const int MaturesAfterDays = 7;

    public async Task<KpiReport> RunAsync(KpiFilter filter, CancellationToken cancel)
    {
        var rows = await ReadAsync(filter, cancel);
        var byDay = Sums(rows, row => row.Day);
        var total = new DaySum();
        foreach (var day in byDay.Values)
        {
            total.Add(day);
        }

        var ripe = clock.Today.DayNumber - MaturesAfterDays;
        var maturing = byDay.Where(pair => pair.Key >= ripe).Sum(pair => pair.Value[UnitKind.Need]);
        return KpiNumbers.Report(filter, clock.Zone.Id, total, maturing) with
        {
            Days = [.. Enumerable.Range(filter.From.DayNumber, filter.Days).Select(day => KpiNumbers.Day(DateOnly.FromDayNumber(day), byDay.GetValueOrDefault(day) ?? new DaySum()))],
            Volume = KpiNumbers.Volume(total, Sums(rows, row => row.Channel), byDay),
        };
    }

    private async Task<List<DayRow>> ReadAsync(KpiFilter filter, CancellationToken cancel)
    {
        var (from, to) = (filter.From.DayNumber, filter.To.DayNumber);
        await using var db = await databases.CreateDbContextAsync(cancel);
        var rows = db.Set<DayRow>().AsNoTracking().Where(row => row.Day >= from && row.Day < to);
        rows = filter.Channel is null ? rows : rows.Where(row => row.Channel == filter.Channel);
        rows = filter.Branch is null ? rows : rows.Where(row => row.Branch == filter.Branch);
        if (filter.Branches is { } branches)
        {
            rows = rows.Where(row => branches.Contains(row.Branch));
        }

        return await rows.ToListAsync(cancel);
    }

    private static Dictionary<TKey, DaySum> Sums<TKey>(List<DayRow> rows, Func<DayRow, TKey> key)
        where TKey : notnull
    {
        Dictionary<TKey, DaySum> sums = [];
        foreach (var row in rows)
        {
            if (!sums.TryGetValue(key(row), out var sum))
            {
                sums[key(row)] = sum = new DaySum();
            }

            sum.Add(row);
        }

        return sums;
    }
}
