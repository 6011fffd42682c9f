using AuditDashboard.Kpi.Metrics;
using AuditDashboard.Kpi.Rollup;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Kpi.Reports;

/// <summary>Reads the sums of a period.</summary>
internal sealed class SumReader(IDbContextFactory<AuditDbContext> databases)
{
    public async Task<List<DayRow>> DaysAsync(KpiFilter filter, CancellationToken cancel)
    {
        var (from, to) = (filter.From.DayNumber, filter.To.DayNumber);
        await using var db = await databases.CreateDbContextAsync(cancel);
        var rows = db.Set<DayRow>().AsNoTracking().Where(row => row.Day >= from && row.Day < to);
        rows = filter.Channel is not { } channel ? rows : rows.Where(row => row.Channel == channel);
        rows = filter.Branch is not { } branch ? rows : rows.Where(row => row.Branch == branch);
        rows = filter.Release is not { } release ? rows : rows.Where(row => row.Release == release);
        rows = filter.Branches is not { } branches ? rows : rows.Where(row => branches.Contains(row.Branch));
        return await rows.ToListAsync(cancel);
    }

    /// <summary>Summed by the database: a period has many more rows than labels.</summary>
    public async Task<List<LabelSum>> LabelsAsync(KpiFilter filter, IReadOnlyCollection<UnitKind> kinds, CancellationToken cancel)
    {
        var (from, to) = (filter.From.DayNumber, filter.To.DayNumber);
        var numbers = kinds.Select(kind => (int)kind).ToList();
        await using var db = await databases.CreateDbContextAsync(cancel);
        var rows = db.Set<LabelRow>().AsNoTracking().Where(row => row.Day >= from && row.Day < to && numbers.Contains(row.Kind));
        rows = filter.Channel is not { } channel ? rows : rows.Where(row => row.Channel == channel);
        rows = filter.Branch is not { } branch ? rows : rows.Where(row => row.Branch == branch);
        rows = filter.Release is not { } release ? rows : rows.Where(row => row.Release == release);
        rows = filter.Branches is not { } branches ? rows : rows.Where(row => branches.Contains(row.Branch));
        var sums = await rows.GroupBy(row => new { row.Kind, row.Label, row.Channel })
            .Select(same => new
            {
                same.Key, Count = same.Sum(row => row.Count), Hits = same.Sum(row => row.Hits), More = same.Sum(row => row.More), Amount = same.Sum(row => row.Amount),
            })
            .ToListAsync(cancel);
        return [.. sums.Select(sum => new LabelSum((UnitKind)sum.Key.Kind, sum.Key.Label, sum.Key.Channel, sum.Count, sum.Hits, sum.More, sum.Amount))
            .OrderByDescending(sum => sum.Count).ThenBy(sum => sum.Label, StringComparer.Ordinal).ThenBy(sum => sum.Channel, StringComparer.Ordinal)];
    }

    public static Dictionary<TKey, DaySum> Group<TKey>(IEnumerable<DayRow> rows, Func<DayRow, TKey> key)
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

    public static DaySum Total(IEnumerable<DaySum> parts)
    {
        var total = new DaySum();
        foreach (var part in parts)
        {
            total.Add(part);
        }

        return total;
    }
}
