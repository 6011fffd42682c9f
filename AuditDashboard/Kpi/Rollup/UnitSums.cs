namespace AuditDashboard.Kpi.Rollup;

/// <summary>Units added up by place, and by label within it.</summary>
internal sealed class UnitSums
{
    private readonly Dictionary<DayPlace, DaySum> _days = [];

    public IReadOnlyDictionary<DayPlace, DaySum> Days => _days;

    public LabelSums Labels { get; } = new();

    public void Add(UnitRow unit, int times)
    {
        var place = DayPlace.Of(unit);
        if (!_days.TryGetValue(place, out var sum))
        {
            _days[place] = sum = new DaySum();
        }

        sum.Add(unit, times);
        Labels.Add(unit, times);
    }
}
