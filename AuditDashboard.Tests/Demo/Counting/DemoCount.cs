using AuditDashboard.Demo;

namespace AuditDashboard.Tests.Demo.Counting;

/// <summary>Counts the demo's KPIs by kpi-notes.md with plain lists and loops, apart from the application's own folds.</summary>
internal sealed class DemoCount
{
    private readonly Dictionary<string, string> _phones = [];
    private readonly DateOnly _first;
    private readonly DateTimeOffset _now;

    public DemoCount(DemoPreset preset, DateOnly today)
    {
        _first = today.AddDays(-preset.Days);
        _now = new DateTimeOffset(today.ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(3));
        Events = [.. new DemoGenerator(preset, today).Events().Select(CountedEvent.Read)];
        foreach (var e in Events.Where(e => e is { Client: not null, Phone: not null }))
        {
            _phones[e.Client!] = e.Phone!;
        }

        Sessions = [.. Events.Where(e => e.Session is not null).GroupBy(e => (e.Bot, e.Session)).SelectMany(group => CountedSession.Split(group, _now))];
        Visits = CountedVisit.All(Events);
    }

    public IReadOnlyList<CountedEvent> Events { get; }

    public IReadOnlyList<CountedSession> Sessions { get; }

    public IReadOnlyList<CountedVisit> Visits { get; }

    public IEnumerable<CountedSession> Counted(int from, int to) => Sessions.Where(s => !s.Spam && s.Inbound && IsIn(s.First.Time, from, to));

    public IReadOnlyList<CountedTurn> Turns(int from, int to) =>
        [.. Sessions.Where(s => !s.Spam).SelectMany(CountedTurn.Of).Where(turn => IsIn(turn.OpenedAt, from, to) && !turn.OwnedByHuman)];

    public double Within3s(int from, int to) => Share(Turns(from, to), turn => turn is { AnsweredByHuman: false, Wait.TotalMilliseconds: <= 3000 });

    public TimeSpan MedianWait(int from, int to)
    {
        var waits = Turns(from, to).Where(turn => turn is { AnsweredByHuman: false, Wait: not null }).Select(turn => turn.Wait!.Value).Order().ToList();
        return waits[((waits.Count + 1) / 2) - 1];
    }

    public double AutoClosed(int from, int to) => Share([.. Counted(from, to).Where(s => s is { Involved: true, ClosedAt: not null })], s => s.AutoClosed);

    public double Durable(int from, int to) => Share([.. Counted(from, to).Where(s => s is { Involved: true, ClosedAt: not null })], s => s.AutoClosed && !ComesBack(s));

    public double Escalated(int from, int to) => Share([.. Counted(from, to).Where(s => s.Involved || s.Escalated)], s => s.Escalated);

    public double Confirmed(int from, int to) =>
        Share([.. Visits.Where(v => IsIn(v.Start, from, to) && v.InConfirmationBase)], v => v.StateAtLock == "confirmed");

    public double NoShow(int from, int to, string? branch = null) => Share(
        [.. Visits.Where(v => IsIn(v.Start, from, to) && (branch is null || v.Branch == branch) && v.Mark is not null && !v.CalledOff)], v => v.Mark == "booking.no_show");

    /// <summary>K2: needs that became a visit within seven days.</summary>
    public double Converted(int from, int to) => Share([.. CountedNeed.All(Events, Person).Where(need => IsIn(need.At, from, to))], need => need.Converted);

    public string Person(CountedEvent e) => e.Client is null ? "" : Person(e.Client);

    public bool IsIn(DateTimeOffset moment, int from, int to)
    {
        var day = DateOnly.FromDateTime(moment.ToOffset(TimeSpan.FromHours(3)).DateTime).DayNumber - _first.DayNumber + 1;
        return day >= from && day <= to;
    }

    private string Person(string client) => client switch
    {
        _ when client.StartsWith("tel:", StringComparison.Ordinal) => client[4..],
        _ when client.StartsWith("wa:7900000", StringComparison.Ordinal) => "+" + client[3..],
        _ => _phones.GetValueOrDefault(client, client),
    };

    private bool ComesBack(CountedSession session) => Starts[(Person(session.First), session.Need)]
        .Any(other => other != session && other.First.Time > session.LastActivity && other.First.Time <= session.ClosedAt!.Value.AddDays(7));

    private ILookup<(string, string?), CountedSession> Starts => field ??= Sessions.Where(s => s.Inbound && !s.Spam).ToLookup(s => (Person(s.First), s.Need));

    private static double Share<T>(IReadOnlyCollection<T> all, Func<T, bool> hit) => 100.0 * all.Count(hit) / all.Count;
}
