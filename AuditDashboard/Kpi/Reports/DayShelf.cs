using System.Collections.Concurrent;
using AuditDashboard.Kpi.Rollup;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Kpi.Reports;

/// <summary>
/// Reads the sums of a period and keeps what it read, for nearly every day of a period is over and stays as it is. What changed is known by its
/// <see cref="StampRow"/>, asked for at every reading: whoever changes a day, here or elsewhere, needs to tell nobody.
/// </summary>
internal sealed class DayShelf(IDbContextFactory<AuditDbContext> databases)
{
    /// <summary>Days kept, over all scopes: some kilobytes each.</summary>
    private const int Most = 1500;

    private readonly ConcurrentDictionary<(DayScope Scope, int Day), Kept> _kept = new();
    private long _readings;

    /// <summary>The dates of the filter that have sums, in order.</summary>
    public async Task<List<DayFigures>> ReadAsync(KpiFilter filter, CancellationToken cancel)
    {
        var (from, to, scope, reading) = (filter.From.DayNumber, filter.To.DayNumber, DayScope.Of(filter), Interlocked.Increment(ref _readings));
        await using var db = await databases.CreateDbContextAsync(cancel);

        // The stamps first: sums that are newer than theirs are read once more, never too seldom.
        var stamps = await db.Set<StampRow>().AsNoTracking().Where(row => row.Day >= from && row.Day < to).OrderBy(row => row.Day).ToListAsync(cancel);
        var found = stamps.ToDictionary(row => row.Day, row => _kept.GetValueOrDefault((scope, row.Day)) is { } kept && kept.Stamp == row.Stamp ? kept : null);
        List<int> missing = [.. stamps.Where(row => found[row.Day] is null).Select(row => row.Day)];
        if (missing.Count > 0)
        {
            var stampOf = stamps.ToDictionary(row => row.Day, row => row.Stamp);
            foreach (var figures in await LoadAsync(db, filter, missing, cancel))
            {
                var kept = found[figures.Day] = new Kept(stampOf[figures.Day], figures);
                if (filter.Days < Most / 2)
                {
                    _kept[(scope, figures.Day)] = kept;
                }
            }

            MakeRoom();
        }

        return [.. stamps.Select(row => found[row.Day]!.Touch(reading))];
    }

    private static async Task<IEnumerable<DayFigures>> LoadAsync(AuditDbContext db, KpiFilter filter, List<int> days, CancellationToken cancel)
    {
        var (first, last) = (days[0], days[^1]);
        var rows = db.Set<DayRow>().AsNoTracking().Where(row => row.Day >= first && row.Day <= last);
        var labels = db.Set<LabelRow>().AsNoTracking().Where(row => row.Day >= first && row.Day <= last);
        if (days.Count <= last - first)
        {
            rows = rows.Where(row => days.Contains(row.Day));
            labels = labels.Where(row => days.Contains(row.Day));
        }

        var sums = (await Narrowed(rows, filter).ToListAsync(cancel)).ToLookup(row => row.Day);
        var labelled = (await Narrowed(labels, filter).ToListAsync(cancel)).ToLookup(row => row.Day);
        return days.Select(day => DayFigures.Of(day, [.. sums[day]], labelled[day]));
    }

    private static IQueryable<DayRow> Narrowed(IQueryable<DayRow> rows, KpiFilter filter)
    {
        rows = filter.Channel is not { } channel ? rows : rows.Where(row => row.Channel == channel);
        rows = filter.Branch is not { } branch ? rows : rows.Where(row => row.Branch == branch);
        rows = filter.Release is not { } release ? rows : rows.Where(row => row.Release == release);
        return filter.Branches is not { } branches ? rows : rows.Where(row => branches.Contains(row.Branch));
    }

    private static IQueryable<LabelRow> Narrowed(IQueryable<LabelRow> rows, KpiFilter filter)
    {
        rows = filter.Channel is not { } channel ? rows : rows.Where(row => row.Channel == channel);
        rows = filter.Branch is not { } branch ? rows : rows.Where(row => row.Branch == branch);
        rows = filter.Release is not { } release ? rows : rows.Where(row => row.Release == release);
        return filter.Branches is not { } branches ? rows : rows.Where(row => branches.Contains(row.Branch));
    }

    /// <summary>A third at a time goes, the longest unread first.</summary>
    private void MakeRoom()
    {
        if (_kept.Count <= Most)
        {
            return;
        }

        foreach (var (key, _) in _kept.OrderBy(pair => pair.Value.ReadAt).Take(Most / 3))
        {
            _kept.TryRemove(key, out _);
        }
    }

    private sealed class Kept(long stamp, DayFigures figures)
    {
        private long _readAt;

        public long Stamp => stamp;

        public long ReadAt => Volatile.Read(ref _readAt);

        public DayFigures Touch(long reading)
        {
            Volatile.Write(ref _readAt, reading);
            return figures;
        }
    }
}
