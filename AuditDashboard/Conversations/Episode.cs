namespace AuditDashboard.Conversations;

/// <summary>One session as KPIs know it: a stretch of activity in one conversation (kpi-notes.md section 2).</summary>
public sealed class Episode
{
    private readonly List<StoryEvent> _events = [];

    internal Episode(string bot, string? key, StoryEvent start)
    {
        Bot = bot;
        Key = key;
        Start = start;
    }

    public string Bot { get; }

    /// <summary>The sender's own name of the conversation, or null.</summary>
    public string? Key { get; }

    /// <summary>Its first activity.</summary>
    public StoryEvent Start { get; }

    /// <summary>By moment. May begin before <see cref="Start"/> and end after <see cref="CloseAt"/>: what has no activity opens and prolongs nothing.</summary>
    public IReadOnlyList<StoryEvent> Events => _events;

    public DateTimeOffset LastActivityAt { get; internal set; }

    /// <summary>UTC. When it closed, or will close if nothing more happens.</summary>
    public DateTimeOffset CloseAt { get; internal set; }

    /// <summary>The <c>session.closed</c> that ended it; null where silence does.</summary>
    public StoryEvent? ClosedBy { get; internal set; }

    public bool IsClosed { get; internal set; }

    /// <summary>A test or spam: out of every number.</summary>
    public bool IsExcluded { get; internal set; }

    /// <summary>The client began it (greetings left out); otherwise it is proactive and stays out of K5 and K6.</summary>
    public bool IsInbound { get; internal set; }

    /// <summary>Of its first event that names one, else of the key.</summary>
    public string? Channel { get; internal set; }

    public string? Branch { get; internal set; }

    public IReadOnlyList<Turn> Turns { get; internal set; } = [];

    public IReadOnlyList<Escalation> Escalations { get; internal set; } = [];

    /// <summary>At least one answer of substance by the assistant after a client's message.</summary>
    public bool IsAiInvolved { get; internal set; }

    /// <summary>At least one answer of substance by a person.</summary>
    public bool HasHuman { get; internal set; }

    /// <summary>A word of <see cref="SessionSummary.Outcome"/>; null while open without one, or when nobody said anything.</summary>
    public string? Outcome { get; internal set; }

    /// <summary>The outcome stands on a booking event, or the client closed with thanks, a goodbye or an ok.</summary>
    public bool IsConfirmed { get; internal set; }

    /// <summary>What the client came for: first scenario, else the first part of the first intent; null = unknown.</summary>
    public string? Need { get; internal set; }

    internal void Add(StoryEvent item)
    {
        item.Episode = this;
        _events.Add(item);
    }

    internal void AddEarlier(StoryEvent item)
    {
        item.Episode = this;
        var later = _events.FindIndex(known => known.At > item.At);
        _events.Insert(later < 0 ? _events.Count : later, item);
    }

    /// <summary>A client's question and its end (kpi-notes.md section 3).</summary>
    /// <param name="IsHuman">Owner, fixed at opening: a person had taken over.</param>
    /// <param name="Answer">What closed it; null while pending or when it expired.</param>
    public sealed record Turn(StoryEvent Opening, bool IsHuman, StoryEvent? Answer, bool IsExpired)
    {
        public bool IsPending => Answer is null && !IsExpired;

        /// <summary>Its clock lies: it is in no number.</summary>
        public bool IsSkewed => Opening.IsSkewed || Answer is { IsSkewed: true };

        /// <summary>One of the assistant's own that is in the numbers: not a person's, not pending, no lying clock.</summary>
        public bool IsAssistants => !IsHuman && !IsPending && !IsSkewed;

        public bool IsAnsweredByAssistant => Answer is { Actor: "ai" };

        /// <summary>Milliseconds from the first client message to the answer, a begun one counted whole.</summary>
        public long? WaitMs => Answer is null ? null : (long)Math.Ceiling((Answer.At - Opening.At).TotalMilliseconds);
    }

    /// <summary>How fast the assistant was, over its own turns: what the list of dialogs and the replay show.</summary>
    /// <param name="MedianMs">Nearest rank over the turns the assistant answered itself, in milliseconds; null without one.</param>
    /// <param name="Slow">Turns that took more than <see cref="SlowMs"/>, whoever answered, or stayed unanswered.</param>
    public sealed record Response(long? MedianMs, int Slow)
    {
        /// <summary>Milliseconds; a wait of exactly this is not slow (K1).</summary>
        public const long SlowMs = 3000;

        public static Response Of(IEnumerable<Turn> turns)
        {
            List<Turn> own = [.. turns.Where(turn => turn.IsAssistants)];
            List<long> waits = [.. own.Where(turn => turn.IsAnsweredByAssistant).Select(turn => turn.WaitMs!.Value).Order()];
            return new Response(
                waits.Count == 0 ? null : waits[((waits.Count + 1) / 2) - 1],
                own.Count(turn => turn.IsExpired || turn.WaitMs > SlowMs));
        }
    }

    /// <summary>A call for a person, and whether one came within the working minutes allowed (kpi-notes.md section 9).</summary>
    /// <param name="Deadline">UTC; an answer at this moment is in time.</param>
    public sealed record Escalation(StoryEvent Request, DateTimeOffset Deadline, bool IsAnswered, bool IsLost)
    {
        /// <summary>The first substantive word of a person after it, however late; null while there is none.</summary>
        public StoryEvent? Answer { get; init; }

        /// <summary>Milliseconds of the branch's working time until that answer, a begun one counted whole (product.md section 3.1, K1d).</summary>
        public long? WorkMs { get; init; }
    }
}
