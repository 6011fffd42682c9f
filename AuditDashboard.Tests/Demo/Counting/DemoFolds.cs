using AuditDashboard.Conversations.Story;
using AuditDashboard.Demo;
using AuditDashboard.Events;
using AuditDashboard.Kpi.Metrics;

namespace AuditDashboard.Tests.Demo.Counting;

/// <summary>The demo's units as the application's own folds count them, person by person and without a database.</summary>
internal sealed class DemoFolds
{
    private static readonly TimeZoneInfo Moscow = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow");

    private readonly IReadOnlyList<KpiUnit> _units;

    public IReadOnlyList<KpiUnit> Units => _units;
    private readonly DemoCount _count;

    public DemoFolds(DemoPreset preset, DateOnly today, DemoCount count)
    {
        _count = count;
        var now = new DateTimeOffset(today.ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(3));
        var rules = new StoryRules(TimeSpan.FromHours(12), WorkingHours.Default, Moscow, new Dictionary<string, TimeZoneInfo>());
        List<StoredEvent> stored = [.. new DemoGenerator(preset, today).Events().Select(Store)];
        var owners = stored.Zip(count.Events).Where(pair => pair.Second is { Client: not null, Session: not null })
            .DistinctBy(pair => (pair.Second.Bot, pair.Second.Session)).ToDictionary(pair => (pair.Second.Bot, pair.Second.Session), pair => count.Person(pair.Second));
        _units = [.. stored.Zip(count.Events).GroupBy(pair => pair.Second.Client is null ? owners.GetValueOrDefault((pair.Second.Bot, pair.Second.Session), "") : count.Person(pair.Second))
            .Where(person => person.Key.Length > 0)
            .SelectMany(person => KpiUnits.Of(StoryFold.Fold([.. person.Select(pair => pair.First)], rules, now)))];
    }

    /// <summary>Per cent of the units with any of some flags that have the other, too.</summary>
    public double Share(UnitKind kind, UnitFlags of, UnitFlags hit, int from, int to)
    {
        var all = _units.Where(unit => unit.Kind == kind && (of == UnitFlags.None || (unit.Flags & of) != 0) && _count.IsIn(unit.At, from, to)).ToList();
        return 100.0 * all.Count(unit => unit.Flags.HasFlag(hit)) / all.Count;
    }

    private static StoredEvent Store(DemoEvent happened, int index)
    {
        var content = EventJudge.Judge(happened.Json, out var problems);
        Assert.True(content is not null, string.Join(", ", problems.Keys));
        return new(
            index + 1, happened.Bot, "", content.Id, null, content.Type, content.Channel, content.Branch, null, null, content.Time, happened.ReceivedAt, EventFlags.None, content);
    }
}
