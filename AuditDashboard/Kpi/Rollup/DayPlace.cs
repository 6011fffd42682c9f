namespace AuditDashboard.Kpi.Rollup;

/// <summary>Which row of sums a unit is in.</summary>
internal readonly record struct DayPlace(int Day, string Channel, string Branch, string Release)
{
    public static DayPlace Of(UnitRow unit) => new(unit.Day, unit.Channel ?? "", unit.Branch ?? "", unit.Release ?? "");
}
