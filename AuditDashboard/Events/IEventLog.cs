using AuditDashboard.Foundation;

namespace AuditDashboard.Events;

public enum AppendStatus
{
    Accepted,
    /// <summary>The same (bot, source, id) with the same body is already there.</summary>
    Duplicate,
    /// <summary>The same (bot, source, id) is there with another body; nothing was stored.</summary>
    Conflict,
}

/// <param name="Seq">Of the stored event; for a duplicate or conflict, of the one that was first.</param>
public readonly record struct Appended(AppendStatus Status, long Seq);

/// <summary>The only way into the log.</summary>
public interface IEventLog
{
    /// <summary>
    /// Stores the drafts in one transaction, in order. The answer has one entry a draft and comes after fsync.
    /// Refusals: <c>busy</c> (queue full: try again after a second), <c>storage</c> (disk full or broken; nothing was stored).
    /// </summary>
    ValueTask<Outcome<Appended[]>> AppendAsync(IReadOnlyList<EventDraft> drafts, CancellationToken cancel);
}
