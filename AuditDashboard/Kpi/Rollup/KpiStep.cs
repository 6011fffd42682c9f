using AuditDashboard.Conversations;
using AuditDashboard.Foundation;
using AuditDashboard.Kpi.Metrics;
using AuditDashboard.Settings;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Kpi.Rollup;

/// <summary>Counts what stories tell: replaces a client's units and adds the difference to the sums of their days, in the stories' own transaction.</summary>
internal sealed class KpiStep(ITransactions transactions, IDbContextFactory<AuditDbContext> databases, SalonClock clock, ISettings settings, Pulse<KpiChanged> changed) : IStoryStep
{
    private readonly SalonDates _dates = new(clock);
    private KpiTables? _tables;
    private bool _differs;

    public void Apply(WriteConnection store, IReadOnlyList<IStoryStep.Change> changes)
    {
        _tables ??= new KpiTables(store);
        var differences = new UnitSums();
        foreach (var change in changes)
        {
            Replace(_tables, change, differences);
        }

        _tables.Add(differences);
        _differs |= differences.Days.Count > 0;
    }

    public void Announce()
    {
        if (_differs)
        {
            _differs = false;
            changed.Send(new KpiChanged());
        }
    }

    public async Task RebuildAsync(CancellationToken cancel)
    {
        foreach (var day in await DaysAsync(cancel))
        {
            // A day a transaction: the log is never kept waiting for more than one day's sums.
            await transactions.RunAsync(store => (_tables ??= new KpiTables(store)).Recount(day), cancel);
        }

        _differs = true;
    }

    private void Replace(KpiTables tables, IStoryStep.Change change, UnitSums differences)
    {
        var before = change.Members.SelectMany(tables.UnitsOf).ToDictionary(unit => (unit.Kind, unit.Seq, unit.Part));
        foreach (var unit in UnitsOf(change, before.Values))
        {
            // A unit may still stand under the person its client was merged with.
            var known = before.Remove((unit.Kind, unit.Seq, unit.Part), out var own) ? own : tables.Unit(unit);
            if (known is not null && known.Says(unit))
            {
                continue;
            }

            if (known is not null)
            {
                differences.Add(known, -1);
            }

            differences.Add(unit, 1);
            tables.Save(unit);
        }

        foreach (var gone in before.Values)
        {
            differences.Add(gone, -1);
            tables.Delete(gone);
        }
    }

    /// <summary>What the story counts now; of what can no longer be told, because payloads are gone, what it counted while they were there.</summary>
    private List<UnitRow> UnitsOf(IStoryStep.Change change, IReadOnlyCollection<UnitRow> before)
    {
        var told = KpiUnits.Of(change.Story, new CountingRules(settings.Goals.ResponseMs, settings.Prices)).Select(unit => UnitRow.Of(unit, change.Root, _dates));
        if (change.Story.FrozenUntil is not { } frozen)
        {
            return [.. told];
        }

        var gone = change.Story.Events.Where(item => item.Stored.Content is null).Select(item => item.Stored.Seq).ToHashSet();
        var kept = before.Where(unit => unit.At <= frozen || gone.Contains(unit.Seq)).Select(unit => unit.Under(change.Root, _dates)).ToList();
        var known = kept.Where(IsOfBooking).Select(unit => (unit.Kind, unit.Label)).ToHashSet();
        return [.. kept, .. told.Where(unit => !(IsOfBooking(unit) && known.Contains((unit.Kind, unit.Label))))];
    }

    /// <summary>A visit is counted by its booking, whose creation may be gone while a later event still tells of it.</summary>
    private static bool IsOfBooking(UnitRow unit) => (UnitKind)unit.Kind is UnitKind.Visit or UnitKind.Attendance;

    private async Task<List<int>> DaysAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<UnitRow>().Select(row => row.Day).Union(db.Set<DayRow>().Select(row => row.Day)).ToListAsync(cancel);
    }
}
