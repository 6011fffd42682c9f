using AuditDashboard.Events;

namespace AuditDashboard.Conversations.Bookings;

/// <summary>
/// The visits of one booking: it is one visit at its final start, and what came before the last move is void (kpi-notes.md section 5). The one reading of
/// it, for the numbers, the pages, the files and the reminders.
/// </summary>
internal sealed class VisitFold<TWord>
    where TWord : class, IBookingWord
{
    private static readonly TimeSpan NeedsNoAsking = TimeSpan.FromHours(24);

    private readonly List<FoldedVisit<TWord>> _visits = [];
    private List<TWord> _words = [];
    private TWord? _origin;
    private DateTimeOffset? _createdAt;
    private DateTimeOffset? _start;
    private DateTimeOffset? _movedByClientAt;
    private TWord? _place;

    private VisitFold(TWord? created) => (_origin, _place, _createdAt) = (created, created, created?.At);

    /// <param name="words">Of one booking (<see cref="BookingMakers"/>), in order. None gives no visit, nor do words that name no start.</param>
    public static IReadOnlyList<FoldedVisit<TWord>> Of(IReadOnlyList<TWord> words)
    {
        var fold = new VisitFold<TWord>(BookingMakers.CreatedIn(words));
        foreach (var word in words)
        {
            if (word.Type == EventTypes.BookingRescheduled)
            {
                fold.Move(word);
            }
            else
            {
                fold.Learn(word);
                fold._words.Add(word);
            }
        }

        fold.End();
        return fold._visits;
    }

    private void Learn(TWord word)
    {
        if (_start is null && word.Start is { } start)
        {
            _start = start.ToUniversalTime();
            _origin ??= word;
            _place ??= word;
        }
    }

    private void Move(TWord move)
    {
        var confirms = Confirms(move);
        if (move.At > _start && VisitPlan.FactOf(_words) == VisitPlan.NoShow)
        {
            End();
            (_origin, _createdAt) = (move, move.At);
        }

        _words = [];
        _movedByClientAt = confirms ? move.At : null;
        _start = move.Start?.ToUniversalTime() ?? _start;
        _origin ??= move;
        _place ??= move;
    }

    /// <summary>The client, or the assistant for them, moves a visit they were reminded of to a time so near that nobody asks again.</summary>
    private bool Confirms(TWord move) =>
        move.Actor is null or "client" or "ai"
        && move.Start is { } next && next - move.At < NeedsNoAsking
        && _words.Exists(word => word.Type == EventTypes.ReminderSent && (word.Start is not { } asked || asked == _start));

    private void End()
    {
        if (_start is { } start && _origin is not null)
        {
            _visits.Add(new FoldedVisit<TWord>(_origin, _place!, start, _createdAt, _movedByClientAt, _words));
        }
    }
}
