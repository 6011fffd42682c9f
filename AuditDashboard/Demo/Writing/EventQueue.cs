using System.Globalization;
using AuditDashboard.Demo.Salon;

namespace AuditDashboard.Demo.Writing;

/// <summary>Holds what is going to happen until its time comes: events are made in any order and leave in the order of their times.</summary>
internal sealed class EventQueue : IDisposable
{
    private readonly PriorityQueue<DemoEvent, (DateTimeOffset At, int Number)> _waiting = new();
    private readonly DemoJson _json = new();
    private int _count;

    /// <summary>Returns the id the event got.</summary>
    public string Add(DemoDraft draft)
    {
        var number = ++_count;
        draft = draft with { At = draft.At.AddTicks(-(draft.At.Ticks % TimeSpan.TicksPerMillisecond)) };
        var id = string.Create(CultureInfo.InvariantCulture, $"{DemoSalon.IdPrefix}{number:0000000}");
        _waiting.Enqueue(new(draft.At.ToUniversalTime(), draft.Bot, _json.Write(draft, id)), (draft.At, number));
        return id;
    }

    /// <summary>Everything that happens before that moment, in order of time.</summary>
    public IEnumerable<DemoEvent> Before(DateTimeOffset moment)
    {
        while (_waiting.TryPeek(out var next, out var when) && when.At < moment)
        {
            _waiting.Dequeue();
            yield return next;
        }
    }

    public void Dispose() => _json.Dispose();
}
