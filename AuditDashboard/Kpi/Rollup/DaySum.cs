using System.Numerics;
using AuditDashboard.Kpi.Metrics;

namespace AuditDashboard.Kpi.Rollup;

/// <summary>Units added up: how many of each kind, how many with each flag, their waits and amounts. Adding is exact, order-free and can be undone.</summary>
internal sealed class DaySum
{
    private const int Day = 24;
    private readonly long[] _counts = new long[CountPlaces.Length];
    private readonly long[] _hours = new long[3 * Day];
    private readonly long[] _amounts = new long[16];

    public WaitHistogram Waits { get; } = new();

    public WaitHistogram HumanWaits { get; } = new();

    public WaitHistogram BookingWaits { get; } = new();

    public WaitHistogram Reactions { get; } = new();

    /// <summary>K1c: of them the first of each session.</summary>
    public WaitHistogram FirstWaits { get; } = new();

    /// <summary>K1d: working time from a call for a person to their answer.</summary>
    public WaitHistogram HumanReplies { get; } = new();

    /// <summary>K1e: from the messenger to us.</summary>
    public WaitHistogram Deliveries { get; } = new();

    /// <summary>Inbound sessions by local hour of their start.</summary>
    public ReadOnlySpan<long> Hours => _hours.AsSpan(0, Day);

    /// <summary>The assistant's bookings by local hour, and those of them outside working hours.</summary>
    public ReadOnlySpan<long> BookingHours => _hours.AsSpan(Day, Day);

    public ReadOnlySpan<long> NightHours => _hours.AsSpan(2 * Day, Day);

    public long this[UnitKind kind] => _counts[CountPlaces.Of(kind)];

    public long this[UnitFlags flag] => _counts[CountPlaces.Of(flag)];

    public long this[Amounts amount] => _amounts[(int)amount];

    public bool IsEmpty => !_counts.AsSpan().ContainsAnyExcept(0);

    public void Add(UnitRow unit, int times)
    {
        var flags = CountedFlags(unit);
        _counts[CountPlaces.Of((UnitKind)unit.Kind)] += times;
        for (var left = (ulong)flags; left != 0; left &= left - 1)
        {
            _counts[CountPlaces.OfBit(BitOperations.TrailingZeroCount(left))] += times;
        }

        _hours[unit.Hour] += flags.HasFlag(UnitFlags.Inbound) ? times : 0;
        _hours[Day + unit.Hour] += flags.HasFlag(UnitFlags.ByAssistant) ? times : 0;
        _hours[(2 * Day) + unit.Hour] += flags.HasFlag(UnitFlags.AtNight) ? times : 0;
        AddWait(unit, flags, times);
        AddAmount(unit, flags, times);
    }

    public void Add(DaySum other)
    {
        Add(_counts, other._counts);
        Add(_hours, other._hours);
        Add(_amounts, other._amounts);
        Waits.Add(other.Waits);
        HumanWaits.Add(other.HumanWaits);
        BookingWaits.Add(other.BookingWaits);
        Reactions.Add(other.Reactions);
        FirstWaits.Add(other.FirstWaits);
        HumanReplies.Add(other.HumanReplies);
        Deliveries.Add(other.Deliveries);
    }

    public void Add(DayRow row)
    {
        CountsCodec.AddTo(_counts, row.Counts);
        CountsCodec.AddTo(_hours, row.Hours);
        CountsCodec.AddTo(_amounts, row.Totals);
        HistogramCodec.AddTo(Waits, row.Waits);
        HistogramCodec.AddTo(HumanWaits, row.HumanWaits);
        HistogramCodec.AddTo(BookingWaits, row.BookingWaits);
        HistogramCodec.AddTo(Reactions, row.Reactions);
        HistogramCodec.AddTo(FirstWaits, row.FirstWaits);
        HistogramCodec.AddTo(HumanReplies, row.HumanReplies);
        HistogramCodec.AddTo(Deliveries, row.Deliveries);
    }

    public DayRow ToRow(DayPlace place) => new()
    {
        Day = place.Day, Channel = place.Channel, Branch = place.Branch, Release = place.Release,
        Counts = CountsCodec.Encode(_counts), Hours = CountsCodec.Encode(_hours), Totals = CountsCodec.Encode(_amounts),
        Waits = HistogramCodec.Encode(Waits), HumanWaits = HistogramCodec.Encode(HumanWaits),
        BookingWaits = HistogramCodec.Encode(BookingWaits), Reactions = HistogramCodec.Encode(Reactions),
        FirstWaits = HistogramCodec.Encode(FirstWaits), HumanReplies = HistogramCodec.Encode(HumanReplies), Deliveries = HistogramCodec.Encode(Deliveries),
    };

    /// <summary>A need by its last source and a session by its cause are counted by their labels; their flags are those of the need and the session.</summary>
    private static UnitFlags CountedFlags(UnitRow unit) =>
        (UnitKind)unit.Kind is UnitKind.LastTouch or UnitKind.Cause ? UnitFlags.None : (UnitFlags)unit.Flags;

    private void AddWait(UnitRow unit, UnitFlags flags, int times)
    {
        if (unit.WaitMs is not { } wait)
        {
            return;
        }

        switch ((UnitKind)unit.Kind)
        {
            case UnitKind.Turn when flags.HasFlag(UnitFlags.AssistantAnswered): Waits.Add(wait, times); break;
            case UnitKind.Turn when flags.HasFlag(UnitFlags.HumanAnswered): HumanWaits.Add(wait, times); break;
            case UnitKind.Need: BookingWaits.Add(wait, times); break;
            case UnitKind.Reaction: Reactions.Add(wait, times); break;
            case UnitKind.HumanReply: HumanReplies.Add(wait, times); break;
            case UnitKind.Delivery: Deliveries.Add(wait, times); break;
        }

        if (flags.HasFlag(UnitFlags.FirstTurn | UnitFlags.AssistantAnswered))
        {
            FirstWaits.Add(wait, times);
        }
    }

    private void AddAmount(UnitRow unit, UnitFlags flags, int times)
    {
        if (unit.Amount is not { } amount)
        {
            return;
        }

        switch ((UnitKind)unit.Kind)
        {
            case UnitKind.Booking:
                Add(Amounts.Booked, amount * times);
                Add(Amounts.PricedBookings, times);
                Add(Amounts.Night, flags.HasFlag(UnitFlags.AtNight) ? amount * times : 0);
                break;
            case UnitKind.Attendance:
                Add(Amounts.NoShow, flags.HasFlag(UnitFlags.NoShow) ? amount * times : 0);
                Add(Amounts.PricedNoShows, flags.HasFlag(UnitFlags.NoShow) ? times : 0);
                Add(Amounts.Came, flags.HasFlag(UnitFlags.Came) ? amount * times : 0);
                Add(Amounts.CancelledLate, flags.HasFlag(UnitFlags.CancelledLate) ? amount * times : 0);
                break;
            case UnitKind.Need: Add(Amounts.NeedBookings, amount * times); break;
            case UnitKind.HumanTime: Add(Amounts.HumanMs, amount * times); break;
            case UnitKind.Session: Add(Amounts.Answers, amount * times); break;
        }
    }

    private void Add(Amounts place, long amount) => _amounts[(int)place] += amount;

    private static void Add(long[] sum, long[] other)
    {
        for (var i = 0; i < sum.Length; i++)
        {
            sum[i] += other[i];
        }
    }
}
