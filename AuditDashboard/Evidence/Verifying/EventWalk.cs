using AuditDashboard.Events;
using AuditDashboard.Evidence.Log;

namespace AuditDashboard.Evidence.Verifying;

/// <summary>Goes through the events beside the leaves: both are in order, so each leaf's event is the next one, or something is wrong.</summary>
/// <param name="lastKnown">Events after this seq may have come during the walk, with leaves it does not see.</param>
internal sealed class EventWalk(ILoggedEvents events, IReadOnlyList<(long First, long Last)> removed, long lastKnown, FaultList faults, CancellationToken cancel)
{
    private const int Portion = 1000;
    private readonly GoneContent _gone = new();
    private Queue<ILoggedEvents.Logged> _read = new();
    private long _after;
    private int _run;

    public long Erased { get; private set; }

    public long Removed { get; private set; }

    /// <summary>What the log remembers of the access journal.</summary>
    public List<AccessAnchor> Anchors { get; } = [];

    public async Task CheckAsync(LogEntryRow entry)
    {
        while (await NextAsync() is { } next)
        {
            if (next.LogIndex > entry.Idx && !EventCheck.Fits(entry, next))
            {
                break;
            }

            _read.Dequeue();
            if (next.LogIndex == entry.Idx)
            {
                Judge(entry, next);
                return;
            }

            faults.Add(new Fault(FaultKind.Order, Math.Min(next.LogIndex, entry.Idx), next.Seq, next.SessionId));
            if (next.LogIndex > entry.Idx)
            {
                return;
            }
        }

        if (IsRemoved(entry.Idx))
        {
            Removed++;
        }
        else
        {
            faults.Add(new Fault(FaultKind.EventMissing, entry.Idx));
        }
    }

    /// <summary>After the last leaf: what is left has none.</summary>
    public async Task EndAsync(long size)
    {
        while (await NextAsync() is { } left && (left.Seq <= lastKnown || left.LogIndex < size))
        {
            _read.Dequeue();
            faults.Add(new Fault(FaultKind.EventExtra, left.LogIndex, left.Seq, left.SessionId));
        }

        foreach (var (index, seq) in _gone.Unnamed().Take(VerifyReport.MostFaults))
        {
            faults.Add(new Fault(FaultKind.Gone, index, seq, (await events.FindAsync(seq, cancel))?.SessionId));
        }
    }

    private void Judge(LogEntryRow entry, ILoggedEvents.Logged logged)
    {
        if (logged.IsErased)
        {
            Erased++;
            _gone.Add(entry.Idx, logged.Seq);
        }

        if (EventCheck.Of(entry, logged) is { } kind)
        {
            faults.Add(new Fault(kind, entry.Idx, logged.Seq, logged.SessionId));
        }
        else
        {
            _gone.Read(logged);
            if (AccessAnchor.Of(logged) is { } anchor)
            {
                Anchors.Add(anchor);
            }
        }
    }

    private async ValueTask<ILoggedEvents.Logged?> NextAsync()
    {
        if (_read.Count == 0)
        {
            _read = new Queue<ILoggedEvents.Logged>(await events.PortionAsync(_after, Portion, cancel));
            _after = _read.Count == 0 ? _after : _read.Last().Seq;
        }

        return _read.TryPeek(out var next) ? next : null;
    }

    /// <summary>Asked in the order of the leaves.</summary>
    private bool IsRemoved(long index)
    {
        while (_run < removed.Count && removed[_run].Last < index)
        {
            _run++;
        }

        return _run < removed.Count && removed[_run].First <= index;
    }
}
