using AuditDashboard.Events;

namespace AuditDashboard.Replay;

/// <summary>One event of the dialog where the replay shows it.</summary>
/// <param name="Number">Place in the dialog, from 1.</param>
/// <param name="Position">Compressed seconds from the dialog's first event.</param>
/// <param name="Text">The words said, or the transcript of a recording; null where there are none or retention removed them.</param>
/// <param name="WaitMs">How long the client waited for this answer, in milliseconds; null where it answers no turn.</param>
/// <param name="Change">The later edit or deletion of this message.</param>
public sealed record TimelineItem(
    int Number, StoredEvent Event, Lane Lane, ItemLook Look, double Position, string? Text, long? WaitMs, TimelineItem.Amendment? Change)
{
    /// <summary>Below this an intent counts as uncertain (ui.md 10, the threshold mark).</summary>
    public const double ConfidenceThreshold = 0.60;

    public long Seq => Event.Seq;

    public DateTimeOffset At => Event.EffectiveAt;

    public bool IsBubble => Look == ItemLook.Bubble;

    public bool IsGone => Event.Content is null;

    public bool IsUncertain => Event.Content?.Intent?.Confidence < ConfidenceThreshold;

    public bool IsSlow => Lane == Lane.Assistant && WaitMs > Timeline.SlowMs;

    /// <param name="Seq">The event that changed the message.</param>
    public sealed record Amendment(long Seq, DateTimeOffset At, bool Deleted);
}
