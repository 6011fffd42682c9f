using AuditDashboard.Conversations;
using AuditDashboard.Foundation;
using AuditDashboard.Kpi.Metrics;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Kpi.Rollup;

/// <summary>Counts what stories tell: replaces a client's units and adds the difference to the sums of their days, in the stories' own transaction.</summary>
internal sealed class KpiStep(ITransactions transactions, IDbContextFactory<AuditDbContext> databases, SalonClock clock, Pulse<KpiChanged> changed) : IStoryStep
{
    private readonly SalonDates _dates = new(clock);
    private KpiTables? _tables;
    private bool _differs;

    public void Apply(WriteConnection store, IReadOnlyList<IStoryStep.Change> changes)
    {
        _tables ??= new KpiTables(store);
        Dictionary<DayPlace, DaySum> differences = [];
        foreach (var change in changes)
        {
            Replace(_tables, change, differences);
        }

        foreach (var (place, difference) in differences)
        {
            _tables.Add(place, difference);
        }

        _differs |= differences.Count > 0;
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

    private void Replace(KpiTables tables, IStoryStep.Change change, Dictionary<DayPlace, DaySum> differences)
    {
        var before = change.Members.SelectMany(tables.UnitsOf).ToDictionary(unit => (unit.Kind, unit.Seq));
        foreach (var unit in UnitsOf(change, before.Values))
        {
            // A unit may still stand under the person its client was merged with.
            var known = before.Remove((unit.Kind, unit.Seq), out var own) ? own : tables.Unit(unit.Kind, unit.Seq);
            if (known is not null && Same(known, unit))
            {
                continue;
            }

            if (known is not null)
            {
                Count(differences, known, -1);
            }

            Count(differences, unit, 1);
            tables.Save(unit);
        }

        foreach (var gone in before.Values)
        {
            Count(differences, gone, -1);
            tables.Delete(gone);
        }
    }

    /// <summary>What the story counts now; up to where payloads are gone, what it counted while they were there.</summary>
    private IEnumerable<UnitRow> UnitsOf(IStoryStep.Change change, IReadOnlyCollection<UnitRow> before)
    {
        var kept = before.Where(unit => unit.At <= change.Story.FrozenUntil)
            .Select(unit => Row(change.Root, new KpiUnit((UnitKind)unit.Kind, unit.Seq, unit.At, unit.Channel, unit.Branch, (UnitFlags)unit.Flags, unit.WaitMs)));
        return kept.ToList().Concat(KpiUnits.Of(change.Story).Select(unit => Row(change.Root, unit)));
    }

    private UnitRow Row(ClientId root, KpiUnit unit)
    {
        var (day, hour) = _dates.Of(unit.At);
        return new UnitRow
        {
            Kind = (int)unit.Kind, Seq = unit.Seq, ClientId = root, Day = day, Hour = hour, At = unit.At,
            Channel = unit.Channel, Branch = unit.Branch, Flags = (int)unit.Flags, WaitMs = unit.WaitMs,
        };
    }

    private async Task<List<int>> DaysAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<UnitRow>().Select(row => row.Day).Union(db.Set<DayRow>().Select(row => row.Day)).ToListAsync(cancel);
    }

    private static void Count(Dictionary<DayPlace, DaySum> differences, UnitRow unit, int times)
    {
        var place = DayPlace.Of(unit);
        if (!differences.TryGetValue(place, out var sum))
        {
            differences[place] = sum = new DaySum();
        }

        sum.Add(unit, times);
    }

    private static bool Same(UnitRow one, UnitRow other) =>
        (one.ClientId, one.Day, one.Hour, one.Channel, one.Branch, one.Flags, one.WaitMs, one.At)
        == (other.ClientId, other.Day, other.Hour, other.Channel, other.Branch, other.Flags, other.WaitMs, other.At);
}
