using AuditDashboard.Events;

namespace AuditDashboard.Conversations.Story;

/// <summary>The visits of one booking: it is one visit at its final start, and what came before the last move is void (kpi-notes.md section 5).</summary>
internal sealed class VisitFold(StoryEvent? created, DateTimeOffset now)
{
    private static readonly TimeSpan NeedsNoAsking = TimeSpan.FromHours(24);

    private readonly List<BookingStory.Visit> _visits = [];
    private List<StoryEvent> _events = [];
    private StoryEvent? _origin = created;
    private DateTimeOffset? _createdAt = created?.At;
    private DateTimeOffset? _start;
    private DateTimeOffset? _movedByClientAt;
    private StoryEvent? _place = created;

    public IReadOnlyList<BookingStory.Visit> Of(List<StoryEvent> own)
    {
        foreach (var item in own)
        {
            if (item.Is(EventTypes.BookingRescheduled))
            {
                Move(item);
            }
            else
            {
                Learn(item);
                _events.Add(item);
            }
        }

        End();
        return _visits;
    }

    private void Learn(StoryEvent item)
    {
        if (_start is null && item.Content.Booking?.Start is { } start)
        {
            _start = start.ToUniversalTime();
            _origin ??= item;
            _place ??= item;
        }
    }

    private void Move(StoryEvent move)
    {
        var confirms = Confirms(move);
        if (move.At > _start && BookingStory.MarkOf(_events, null)?.Is(EventTypes.BookingNoShow) is true)
        {
            End();
            (_origin, _createdAt) = (move, move.At);
        }

        _events = [];
        _movedByClientAt = confirms ? move.At : null;
        _start = move.Content.Booking!.Start?.ToUniversalTime() ?? _start;
        _origin ??= move;
        _place ??= move;
    }

    /// <summary>The client, or the assistant for them, moves a visit they were reminded of to a time so near that nobody asks again.</summary>
    private bool Confirms(StoryEvent move) =>
        move.Actor is null or "client" or "ai"
        && move.Content.Booking!.Start is { } next && next - move.At < NeedsNoAsking
        && _events.Exists(item => item.Is(EventTypes.ReminderSent) && (item.Content.Booking!.Start is not { } asked || asked == _start));

    private void End()
    {
        if (_start is { } start && _origin is not null)
        {
            _visits.Add(new BookingStory.Visit(
                _origin, _place!, start, _createdAt, _movedByClientAt, _events, now > start - BookingStory.Visit.LockBefore, now >= start + StoryRules.MarkPatience));
        }
    }
}
