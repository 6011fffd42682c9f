using System.Globalization;
using AuditDashboard.Events;
using AuditDashboard.Foundation;

namespace AuditDashboard.Demo.Marking;

/// <summary>Whether this database holds made-up data: an own event in the log for every step, the last of which counts.</summary>
internal sealed class DemoMarks(IEventLog log, IEventReader reader, TimeProvider time)
{
    private static readonly IReadOnlyDictionary<DemoState, string> Types = new Dictionary<DemoState, string>
    {
        [DemoState.Begun] = "demo.begun", [DemoState.Loaded] = "demo.loaded", [DemoState.Dismissed] = "demo.dismissed", [DemoState.Removed] = "demo.removed",
    };

    private volatile bool _isHere;

    /// <summary>Made-up data is in the database, or partly.</summary>
    public bool IsHere => _isHere;

    public async Task<(DemoState State, DemoPreset? Preset, DateOnly Today)> ReadAsync(CancellationToken cancel)
    {
        (DemoState State, StoredEvent? Event) last = (DemoState.None, null);
        foreach (var (state, type) in Types)
        {
            var marks = await reader.ListAsync(new EventFilter(Type: type), cancel);
            if (marks.LastOrDefault(mark => mark.Bot == OwnEvent.Bot) is { } mark && mark.Seq > (last.Event?.Seq ?? 0))
            {
                last = (state, mark);
            }
        }

        _isHere = last.State is not (DemoState.None or DemoState.Removed);
        var today = last.Event?.Content?.DataText("today") is { } date ? DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture) : default;
        return (last.State, DemoPreset.Find(last.Event?.Content?.DataText("preset") ?? "none"), today);
    }

    /// <summary>Answers the log's refusal, or null once the mark is on disk.</summary>
    public async Task<Refusal?> SetAsync(DemoState state, DemoPreset? preset, DateOnly today, CancellationToken cancel)
    {
        var appended = await log.AppendAsync(
            [
                OwnEvent.Draft(Types[state], time, new Dictionary<string, string?>
                {
                    ["preset"] = preset?.Name, ["today"] = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                }),
            ],
            cancel);
        if (appended.Succeeded)
        {
            _isHere = state != DemoState.Removed;
        }

        return appended.Refusal;
    }
}
