using AuditDashboard.Conversations.Bookings;
using AuditDashboard.Events;

namespace AuditDashboard.Conversations;

/// <summary>One event inside a <see cref="ClientStory"/>: what it was, and what it turned out to mean beside the others.</summary>
public sealed class StoryEvent : IBookingWord
{
    private static readonly string[] NotSubstantive = ["ack", "greeting", "reminder", "campaign", "failed"];
    private readonly bool _mayBeSubstantive;

    internal StoryEvent(StoredEvent stored)
    {
        Stored = stored;
        Content = stored.Content ?? new EventContent { Id = stored.Id, Type = stored.Type, Time = stored.OccurredAt, Channel = stored.Channel };
        At = stored.EffectiveAt;
        Actor = Content.Actor ?? DefaultActor(stored.Type);
        IsImported = Content.Flag("imported");
        IsMarked = Content.Flag("test") || Content.Flag("spam");
        IsActivity = EventTypes.Activity.Contains(stored.Type);
        _mayBeSubstantive = Is(EventTypes.MessageSent) && !IsImported && !Array.Exists(NotSubstantive, Content.Flag);
    }

    public StoredEvent Stored { get; }

    /// <summary>Blank but for id, type, time and channel where the payload is gone.</summary>
    public EventContent Content { get; }

    /// <summary>UTC. The event's effective moment, or that of the question where the answer's clock ran behind it.</summary>
    public DateTimeOffset At { get; internal set; }

    /// <summary>client | ai | human | system, by default from the type (http-api.md section 2); else null.</summary>
    public string? Actor { get; }

    /// <summary>The session it belongs to; null where its conversation has none.</summary>
    public Episode? Episode { get; internal set; }

    // Never the channel of the session the log put it in on arrival: a late event may show that it belongs elsewhere.
    public string? Channel => Content.Channel ?? Episode?.Channel;

    public string? Branch => Content.Branch ?? Episode?.Branch ?? Stored.Branch;

    public bool IsActivity { get; }

    /// <summary><c>data.imported</c>: counts for nothing, but takes nothing else out.</summary>
    public bool IsImported { get; }

    /// <summary>Out of every number: imported, or its session is a test or spam.</summary>
    public bool IsOut => IsImported || IsMarked || Episode is { IsExcluded: true };

    /// <summary>Its moment cannot be trusted for waiting times: a lying clock, or an answer older than its question.</summary>
    public bool IsSkewed => IsMoved || Stored.Flags.HasFlag(EventFlags.ClockSkew);

    public bool IsClientMessage => Is(EventTypes.MessageReceived) && Actor == "client" && !IsImported;

    /// <summary>An answer of substance: no acknowledgement, greeting, reminder or campaign, and not failed.</summary>
    public bool IsSubstantive => _mayBeSubstantive && !IsFailed;

    /// <summary>Bookings this message confirms by answering their reminder in words; counts as <c>booking.confirmed</c> by ai.</summary>
    public IReadOnlyList<string> ConfirmsBookings { get; internal set; } = [];

    /// <summary>Answers a reminder, by its button or in words, and so wants no answer.</summary>
    public bool AnswersReminder { get; internal set; }

    internal bool IsMarked { get; }

    internal bool IsMoved { get; set; }

    /// <summary>A message or reminder that was not delivered.</summary>
    public bool IsFailed { get; internal set; }

    /// <summary>Who the client is in the channel; where the event does not say, as good a name as there is.</summary>
    internal string? Address => Content.Client?.Id ?? Content.Client?.Phone ?? Stored.ClientId?.ToString();

    public bool Is(string type) => Stored.Type == type;

    /// <summary>The client's own "no": <c>booking.declined</c>, or <c>booking.cancelled</c> by the client or by nobody named.</summary>
    public bool IsRefusal => VisitPlan.IsRefusal(Stored.Type, Content);

    /// <summary>The salon itself called the visit off: <c>booking.cancelled</c> by staff or system, whoever typed it.</summary>
    public bool IsCancelledBySalon => Is(EventTypes.BookingCancelled) && Content.DataText("by") is "staff" or "system";

    string IBookingWord.Bot => Stored.Bot;

    string IBookingWord.Type => Stored.Type;

    bool IBookingWord.ConfirmsInWords => ConfirmsBookings.Count > 0;

    DateTimeOffset? IBookingWord.Start => Content.Booking?.Start;

    private static string? DefaultActor(string type) =>
        type == EventTypes.MessageReceived ? "client" : type == EventTypes.MessageSent ? "ai" : null;
}
