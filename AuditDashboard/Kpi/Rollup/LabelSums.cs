using AuditDashboard.Kpi.Metrics;

namespace AuditDashboard.Kpi.Rollup;

/// <summary>Differences to the sums by label. Adding is exact, order-free and can be undone.</summary>
internal sealed class LabelSums
{
    private readonly Dictionary<(DayPlace Place, int Kind, string Label), LabelRow> _rows = [];

    public IEnumerable<LabelRow> Rows => _rows.Values;

    public void Add(UnitRow unit, int times)
    {
        var (kind, label) = ((UnitKind)unit.Kind, unit.Label);
        if (label is null || kind is UnitKind.Booking or UnitKind.Visit or UnitKind.Attendance)
        {
            return;
        }

        var place = DayPlace.Of(unit);
        if (!_rows.TryGetValue((place, unit.Kind, label), out var row))
        {
            _rows[(place, unit.Kind, label)] = row = new LabelRow
            {
                Day = place.Day, Kind = unit.Kind, Label = label, Channel = place.Channel, Branch = place.Branch, Release = place.Release,
            };
        }

        var flags = (UnitFlags)unit.Flags;
        row.Count += times;
        row.Hits += (flags & HitOf(kind)) != 0 ? times : 0;
        row.More += (flags & MoreOf(kind)) != 0 ? times : 0;
        // The proof of a loss and the bookings of a need are no amounts of their label.
        row.Amount += kind is UnitKind.LastTouch or UnitKind.Flaw ? (unit.Amount ?? 0) * times : 0;
    }

    private static UnitFlags HitOf(UnitKind kind) => kind switch
    {
        UnitKind.Need or UnitKind.LastTouch => UnitFlags.Converted,
        UnitKind.Session => UnitFlags.Inbound,
        UnitKind.Cause => UnitFlags.Lost,
        UnitKind.Attempt => UnitFlags.AttemptWon,
        UnitKind.Reaction => UnitFlags.Reacted,
        _ => UnitFlags.None,
    };

    private static UnitFlags MoreOf(UnitKind kind) => kind switch
    {
        UnitKind.Need or UnitKind.LastTouch => UnitFlags.ConvertedNet,
        UnitKind.Attempt => UnitFlags.AttemptByHand,
        _ => UnitFlags.None,
    };
}
