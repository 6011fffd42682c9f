using System.Collections.Concurrent;
using AuditDashboard.Channels;
using AuditDashboard.Events;

namespace AuditDashboard.Reminders.Answers;

/// <summary>
/// Presses under reminders that were understood and wait for their spinner to be stopped. Only in memory: a channel gives them seconds, so what a crash
/// loses is worth nothing by then.
/// </summary>
internal sealed class PressQueue
{
    private const int Most = 1000;
    private readonly ConcurrentQueue<(long Seq, SettledPress Press, string Answer)> _waiting = new();
    private long _touched;

    /// <summary>Called in the append transaction; whether it commits is known later.</summary>
    public void Note(AppendingEvent appending)
    {
        var content = appending.Content;
        if (content.Kind == "button" && appending.Draft is { Endpoint: { } endpoint, ReceivedAt: null } && content.Client?.Id is { } address && _waiting.Count < Most
            && content.DataText("payload") is { Length: > 7 } payload && payload.StartsWith("rem:", StringComparison.Ordinal) && !content.Flag("unmatched"))
        {
            _waiting.Enqueue((appending.Seq, new SettledPress(endpoint, address, content.ExternalId, content.InReplyTo, null), payload[4..6]));
        }
    }

    /// <summary>A booking has changed, if this event commits.</summary>
    public void Touch(long seq) => Interlocked.Exchange(ref _touched, seq);

    /// <summary>True where a booking has changed since it was last asked.</summary>
    public bool TakeTouched(long lastSeq)
    {
        var touched = Interlocked.Read(ref _touched);
        return touched > 0 && touched <= lastSeq && Interlocked.CompareExchange(ref _touched, 0, touched) == touched;
    }

    /// <summary>Those that are on disk. What was undone is settled too when its number is used again, which does no harm.</summary>
    public IReadOnlyList<(SettledPress Press, string Answer)> Take(long lastSeq)
    {
        List<(SettledPress, string)> taken = [];
        while (_waiting.TryPeek(out var first) && first.Seq <= lastSeq && _waiting.TryDequeue(out var next))
        {
            taken.Add((next.Press, next.Answer));
        }

        return taken;
    }
}
