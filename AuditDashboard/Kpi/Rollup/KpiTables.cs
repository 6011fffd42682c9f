using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Rows;

namespace AuditDashboard.Kpi.Rollup;

/// <summary>Units and day sums on the write connection.</summary>
internal sealed class KpiTables(WriteConnection store)
{
    private readonly RowTable<UnitRow> _units = store.Table<UnitRow>();
    private readonly RowSearch<UnitRow> _byKey = store.Table<UnitRow>().Search([nameof(UnitRow.Kind), nameof(UnitRow.Seq)]);
    private readonly RowSearch<UnitRow> _byClient = store.Table<UnitRow>().Search([nameof(UnitRow.ClientId)]);
    private readonly RowSearch<UnitRow> _byDay = store.Table<UnitRow>().Search([nameof(UnitRow.Day)]);
    private readonly RowTable<DayRow> _days = store.Table<DayRow>();
    private readonly RowSearch<DayRow> _dayByPlace = store.Table<DayRow>().Search([nameof(DayRow.Day), nameof(DayRow.Channel), nameof(DayRow.Branch)]);
    private readonly RowSearch<DayRow> _dayByDay = store.Table<DayRow>().Search([nameof(DayRow.Day)]);

    public List<UnitRow> UnitsOf(ClientId clientId) => _byClient.List(clientId.Value.ToByteArray(true));

    public UnitRow? Unit(int kind, long seq) => _byKey.First(kind, seq);

    public void Save(UnitRow unit) => _units.Upsert(unit);

    public void Delete(UnitRow unit) => _byKey.Delete(unit.Kind, unit.Seq);

    /// <summary>Deletes what was counted for a client; answers the days it stood in.</summary>
    public IEnumerable<int> Forget(ClientId clientId)
    {
        var days = UnitsOf(clientId).Select(unit => unit.Day).ToHashSet();
        _byClient.Delete(clientId.Value.ToByteArray(true));
        return days;
    }

    /// <summary>Adds a difference to the sums of one place.</summary>
    public void Add(DayPlace place, DaySum difference)
    {
        var sum = new DaySum();
        if (_dayByPlace.First(place.Day, place.Channel, place.Branch) is { } known)
        {
            sum.Add(known);
        }

        sum.Add(difference);
        if (sum.IsEmpty)
        {
            _dayByPlace.Delete(place.Day, place.Channel, place.Branch);
        }
        else
        {
            _days.Upsert(sum.ToRow(place));
        }
    }

    /// <summary>Sums one day again from its units.</summary>
    public void Recount(int day)
    {
        _dayByDay.Delete(day);
        foreach (var place in _byDay.List(day).GroupBy(DayPlace.Of))
        {
            var sum = new DaySum();
            foreach (var unit in place)
            {
                sum.Add(unit, 1);
            }

            _days.Upsert(sum.ToRow(place.Key));
        }
    }
}
