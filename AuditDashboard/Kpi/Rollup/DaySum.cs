using AuditDashboard.Kpi.Metrics;

namespace AuditDashboard.Kpi.Rollup;

/// <summary>Units added up: how many of each kind, how many with each flag, and their waits. Adding is exact, order-free and can be undone.</summary>
internal sealed class DaySum
{
    private const int Kinds = 4;
    private const int FlagBits = 16;
    private readonly long[] _counts = new long[Kinds + FlagBits];
    private readonly long[] _hours = new long[24];

    public WaitHistogram Waits { get; } = new();

    public WaitHistogram HumanWaits { get; } = new();

    /// <summary>Inbound sessions by local hour of their start.</summary>
    public ReadOnlySpan<long> Hours => _hours;

    public long this[UnitKind kind] => _counts[(int)kind - 1];

    public long this[UnitFlags flag] => _counts[Kinds + int.TrailingZeroCount((int)flag)];

    public bool IsEmpty => !_counts.AsSpan().ContainsAnyExcept(0);

    public void Add(UnitRow unit, int times)
    {
        var flags = (UnitFlags)unit.Flags;
        _counts[unit.Kind - 1] += times;
        for (var bit = 0; bit < FlagBits; bit++)
        {
            _counts[Kinds + bit] += (unit.Flags >> bit & 1) * times;
        }

        _hours[unit.Hour] += flags.HasFlag(UnitFlags.Inbound) ? times : 0;
        if (unit.WaitMs is { } wait && (flags & (UnitFlags.AssistantAnswered | UnitFlags.HumanAnswered)) != 0)
        {
            (flags.HasFlag(UnitFlags.AssistantAnswered) ? Waits : HumanWaits).Add(wait, times);
        }
    }

    public void Add(DaySum other)
    {
        for (var i = 0; i < _counts.Length; i++)
        {
            _counts[i] += other._counts[i];
        }

        for (var i = 0; i < _hours.Length; i++)
        {
            _hours[i] += other._hours[i];
        }

        Waits.Add(other.Waits);
        HumanWaits.Add(other.HumanWaits);
    }

    public void Add(DayRow row)
    {
        CountsCodec.AddTo(_counts, row.Counts);
        CountsCodec.AddTo(_hours, row.Hours);
        HistogramCodec.AddTo(Waits, row.Waits);
        HistogramCodec.AddTo(HumanWaits, row.HumanWaits);
    }

    public DayRow ToRow(DayPlace place) => new()
    {
        Day = place.Day, Channel = place.Channel, Branch = place.Branch, Counts = CountsCodec.Encode(_counts), Hours = CountsCodec.Encode(_hours),
        Waits = HistogramCodec.Encode(Waits), HumanWaits = HistogramCodec.Encode(HumanWaits),
    };
}

/// <summary>Which row of sums a unit is in.</summary>
internal readonly record struct DayPlace(int Day, string Channel, string Branch)
{
    public static DayPlace Of(UnitRow unit) => new(unit.Day, unit.Channel ?? "", unit.Branch ?? "");
}
