using System.Globalization;
using AuditDashboard.Demo.Chance;
using AuditDashboard.Demo.Salon;

namespace AuditDashboard.Demo.Visits;

/// <summary>The journal of visits to come: which hours are free, and whose visit can still be moved.</summary>
internal sealed class VisitBook
{
    /// <summary>Visits within this many days keep their hour: reminders for them are already under way.</summary>
    private const int Settled = 2;

    private readonly DemoRandom _random = new("visits");
    private readonly SortedDictionary<DateOnly, List<Visit>> _days = [];
    private readonly Deck<bool> _longAhead;
    private readonly Deck<int> _daysAhead;
    private int _count = 1000;

    public VisitBook()
    {
        _longAhead = new(_random, 50, (true, 74), (false, 26));
        _daysAhead = new(_random, 50, (1, 18), (2, 20), (3, 17), (4, 12), (5, 10), (6, 7), (7, 7), (10, 5), (14, 4));
    }

    public string NextId() => string.Create(CultureInfo.InvariantCulture, $"B-{++_count}");

    public void Add(Visit visit) => Day(visit.Start).Add(visit);

    public void Move(Visit visit, DateTimeOffset start)
    {
        Day(visit.Start).Remove(visit);
        visit.Start = start;
        Add(visit);
    }

    /// <summary>A free hour: three of four are a day ahead or more.</summary>
    public DateTimeOffset FindStart(DemoMaster master, Treatment service, DateTimeOffset asked) => FindStart(master, service, asked, _longAhead.Draw());

    public DateTimeOffset FindStart(DemoMaster master, Treatment service, DateTimeOffset asked, bool longAhead)
    {
        for (var attempt = 0; ; attempt++)
        {
            var start = longAhead ? DaysAhead(asked) : HoursAhead(asked);
            if (attempt > 20 || IsFree(master, start, start.AddMinutes(service.Minutes)))
            {
                return start;
            }
        }
    }

    /// <summary>Someone's visit that may still be moved on that date, or null.</summary>
    public Visit? Movable(DateOnly date)
    {
        var midnight = DemoSalon.At(date, TimeSpan.Zero);
        var visits = _days.Where(day => day.Key.DayNumber >= date.DayNumber + Settled).SelectMany(day => day.Value)
            .Where(visit => !visit.Moved && !visit.Cancelled && visit.CreatedAt < midnight).ToList();
        return visits.Count == 0 ? null : _random.Pick(visits);
    }

    /// <summary>Takes out the visits up to and including that date: nothing moves them any more.</summary>
    public IReadOnlyList<Visit> Settle(DateOnly date)
    {
        List<Visit> settled = [];
        foreach (var (_, visits) in _days.TakeWhile(day => day.Key <= date))
        {
            settled.AddRange(visits.Where(visit => !visit.Settled && !visit.Cancelled));
        }

        foreach (var visit in settled)
        {
            visit.Settled = true;
        }

        foreach (var gone in _days.Keys.TakeWhile(day => day < date.AddDays(-1)).ToList())
        {
            _days.Remove(gone);
        }

        return settled;
    }

    private DateTimeOffset DaysAhead(DateTimeOffset asked)
    {
        var date = DemoSalon.DateOf(asked).AddDays(_daysAhead.Draw());
        var start = Slot(date);
        return start - asked >= TimeSpan.FromHours(26) ? start : Slot(date.AddDays(1)) is var next && next - asked >= TimeSpan.FromHours(26) ? next : Slot(date.AddDays(2));
    }

    private DateTimeOffset HoursAhead(DateTimeOffset asked)
    {
        var today = DemoSalon.DateOf(asked);
        var slots = new[] { today, today.AddDays(1) }.SelectMany(Slots)
            .Where(slot => slot - asked >= TimeSpan.FromHours(2.5) && slot - asked < TimeSpan.FromHours(22)).ToList();
        return _random.Pick(slots);
    }

    private DateTimeOffset Slot(DateOnly date) => _random.Pick(Slots(date).ToList());

    /// <summary>Every half hour of the day that leaves an hour and a half until closing.</summary>
    private static IEnumerable<DateTimeOffset> Slots(DateOnly date)
    {
        for (var time = DemoSalon.Opens(date); time <= DemoSalon.Closes(date) - TimeSpan.FromMinutes(90); time += TimeSpan.FromMinutes(30))
        {
            yield return DemoSalon.At(date, time);
        }
    }

    private bool IsFree(DemoMaster master, DateTimeOffset start, DateTimeOffset end) =>
        !Day(start).Any(visit => visit.Master == master && !visit.Cancelled && visit.Start < end && visit.End > start);

    private List<Visit> Day(DateTimeOffset moment)
    {
        var date = DemoSalon.DateOf(moment);
        return _days.TryGetValue(date, out var visits) ? visits : _days[date] = [];
    }
}
