using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Kpi.Metrics;
using AuditDashboard.Kpi.Reports;
using AuditDashboard.Kpi.Rollup;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Kpi.Drill;

/// <summary>Reads the units a number was summed from: the same rows, so the count is the same by construction.</summary>
internal sealed class DrillDownQuery(IDbContextFactory<AuditDbContext> databases, IEventReader events, SalonClock clock) : IKpiDrillDown
{
    private const int Hours = 24;
    private const int Days = 7;

    public async Task<IKpiDrillDown.Page> RunAsync(IKpiDrillDown.Request request, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var units = Counted(Placed(db.Set<UnitRow>().AsNoTracking(), request), request);
        var count = await units.LongCountAsync(cancel);
        var page = await units.OrderByDescending(unit => unit.At).ThenByDescending(unit => unit.Seq).ThenBy(unit => unit.Part).Skip(request.Skip).Take(request.Take).ToListAsync(cancel);
        var stored = (await events.OfSeqsAsync([.. page.Select(unit => unit.Seq).Distinct()], cancel)).ToDictionary(item => item.Seq);
        return new IKpiDrillDown.Page(count, page.ConvertAll(unit => Row(unit, stored.GetValueOrDefault(unit.Seq))));
    }

    private static IKpiDrillDown.Row Row(UnitRow unit, StoredEvent? dating) => new(
        unit.Seq, unit.At, dating?.SessionId, unit.ClientId, IsOfBooking(unit) ? unit.Label : dating?.Content?.Booking?.Id, unit.Channel, unit.Branch, unit.Release, unit.Label, unit.WaitMs, unit.Amount);

    /// <summary>What is counted by booking has its id for a label.</summary>
    private static bool IsOfBooking(UnitRow unit) => (UnitKind)unit.Kind is UnitKind.Booking or UnitKind.Visit or UnitKind.Attendance;

    private static IQueryable<UnitRow> Placed(IQueryable<UnitRow> units, IKpiDrillDown.Request request)
    {
        var filter = request.Filter;
        var (from, to) = (filter.From.DayNumber, filter.To.DayNumber);
        units = units.Where(unit => unit.Day >= from && unit.Day < to);
        units = filter.Channel is not { } channel ? units : units.Where(unit => (unit.Channel ?? "") == channel);
        units = filter.Branch is not { } branch ? units : units.Where(unit => (unit.Branch ?? "") == branch);
        units = filter.Branches is not { } branches ? units : units.Where(unit => branches.Contains(unit.Branch ?? ""));
        units = filter.Release is not { } release ? units : units.Where(unit => (unit.Release ?? "") == release);
        if (request.WeekHour is not { } cell)
        {
            return units;
        }

        // Day number 0 was a Monday.
        var (weekday, hour) = (cell / Hours, cell % Hours);
        return units.Where(unit => unit.Hour == hour && unit.Day % Days == weekday);
    }

    private IQueryable<UnitRow> Counted(IQueryable<UnitRow> units, IKpiDrillDown.Request request)
    {
        var rule = NumberRule.Of(request.Number);
        var (kind, all, any, without) = ((int)rule.Kind, (long)rule.All, (long)rule.Any, (long)rule.Without);
        units = units.Where(unit => unit.Kind == kind && (unit.Flags & all) == all && (unit.Flags & without) == 0);
        units = any == 0 ? units : units.Where(unit => (unit.Flags & any) != 0);
        if (request is { Number: KpiNumber.Losses, WithOpenNeeds: false })
        {
            // A need is lost when it has had its days.
            var ripe = clock.Today.DayNumber - KpiReportQuery.MaturesAfterDays;
            units = units.Where(unit => unit.Day < ripe);
        }

        return request.Label is not { } label ? units : units.Where(unit => unit.Label == label);
    }
}
