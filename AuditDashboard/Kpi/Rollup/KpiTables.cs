using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Rows;

namespace AuditDashboard.Kpi.Rollup;

/// <summary>Units and their sums on the write connection.</summary>
internal sealed class KpiTables(WriteConnection store)
{
    private readonly RowTable<UnitRow> _units = store.Table<UnitRow>();
    private readonly RowSearch<UnitRow> _byKey = store.Table<UnitRow>().Search([nameof(UnitRow.Kind), nameof(UnitRow.Seq), nameof(UnitRow.Part)]);
    private readonly RowSearch<UnitRow> _byClient = store.Table<UnitRow>().Search([nameof(UnitRow.ClientId)]);
    private readonly RowSearch<UnitRow> _byDay = store.Table<UnitRow>().Search([nameof(UnitRow.Day)]);
    private readonly RowTable<DayRow> _days = store.Table<DayRow>();
    private readonly RowSearch<DayRow> _dayByPlace = store.Table<DayRow>().Search([nameof(DayRow.Day), nameof(DayRow.Channel), nameof(DayRow.Branch), nameof(DayRow.Release)]);
    private readonly RowSearch<DayRow> _dayByDay = store.Table<DayRow>().Search([nameof(DayRow.Day)]);
    private readonly RowTable<LabelRow> _labels = store.Table<LabelRow>();
    private readonly RowSearch<LabelRow> _labelByKey = store.Table<LabelRow>().Search(
        [nameof(LabelRow.Day), nameof(LabelRow.Kind), nameof(LabelRow.Label), nameof(LabelRow.Channel), nameof(LabelRow.Branch), nameof(LabelRow.Release)]);
    private readonly RowSearch<LabelRow> _labelByDay = store.Table<LabelRow>().Search([nameof(LabelRow.Day)]);

    private readonly RowTable<StampRow> _stamps = store.Table<StampRow>();

    public List<UnitRow> UnitsOf(ClientId clientId) => _byClient.List(clientId.Value.ToByteArray(true));

    public UnitRow? Unit(UnitRow same) => _byKey.First(same.Kind, same.Seq, same.Part);

    public void Save(UnitRow unit) => _units.Upsert(unit);

    public void Delete(UnitRow unit) => _byKey.Delete(unit.Kind, unit.Seq, unit.Part);

    /// <summary>Deletes what was counted for a client; answers the days it stood in.</summary>
    public IEnumerable<int> Forget(ClientId clientId)
    {
        var days = UnitsOf(clientId).Select(unit => unit.Day).ToHashSet();
        _byClient.Delete(clientId.Value.ToByteArray(true));
        return days;
    }

    /// <summary>Adds differences to the sums.</summary>
    public void Add(UnitSums differences)
    {
        foreach (var (place, difference) in differences.Days)
        {
            Add(place, difference);
        }

        foreach (var difference in differences.Labels.Rows)
        {
            Add(difference);
        }

        foreach (var day in differences.Days.Keys.Select(place => place.Day).ToHashSet())
        {
            Stamp(day);
        }
    }

    /// <summary>Sums one day again from its units.</summary>
    public void Recount(int day)
    {
        _dayByDay.Delete(day);
        _labelByDay.Delete(day);
        var sums = new UnitSums();
        _byDay.List(day).ForEach(unit => sums.Add(unit, 1));
        foreach (var (place, sum) in sums.Days)
        {
            _days.Insert(sum.ToRow(place));
        }

        foreach (var row in sums.Labels.Rows)
        {
            _labels.Insert(row);
        }

        Stamp(day);
    }

    private void Stamp(int day) => _stamps.Upsert(new StampRow { Day = day, Stamp = Random.Shared.NextInt64() });

    private void Add(DayPlace place, DaySum difference)
    {
        var sum = new DaySum();
        if (_dayByPlace.First(place.Day, place.Channel, place.Branch, place.Release) is { } known)
        {
            sum.Add(known);
        }

        sum.Add(difference);
        if (sum.IsEmpty)
        {
            _dayByPlace.Delete(place.Day, place.Channel, place.Branch, place.Release);
        }
        else
        {
            _days.Upsert(sum.ToRow(place));
        }
    }

    private void Add(LabelRow row)
    {
        if (_labelByKey.First(row.Day, row.Kind, row.Label, row.Channel, row.Branch, row.Release) is { } known)
        {
            (row.Count, row.Hits, row.More, row.Amount) = (row.Count + known.Count, row.Hits + known.Hits, row.More + known.More, row.Amount + known.Amount);
        }

        if (row.Count == 0)
        {
            _labelByKey.Delete(row.Day, row.Kind, row.Label, row.Channel, row.Branch, row.Release);
        }
        else
        {
            _labels.Upsert(row);
        }
    }
}
