using System.Text;
using AuditDashboard.Conversations;
using AuditDashboard.Conversations.Story;
using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Tests.Conversations.Story;

namespace AuditDashboard.Tests.Replay;

/// <summary>Writes a dialog down event by event; moments are seconds after the start.</summary>
internal sealed class Talk
{
    public static readonly DateTimeOffset Start = new(2026, 11, 20, 15, 2, 10, TimeSpan.Zero);
    public static readonly SessionId Session = new(Guid.Parse("01935000-0000-7000-8000-000000000001"));
    public static readonly ClientId Client = new(Guid.Parse("01935000-0000-7000-8000-0000000000c1"));

    private readonly List<StoredEvent> _events = [];

    public IReadOnlyList<StoredEvent> Events => _events;

    /// <summary>The turns as the client's story tells them.</summary>
    public IEnumerable<Episode.Turn> Turns(DateTimeOffset now) => StoryFold.Fold(_events, StoryLog.Rules, now).Episodes.SelectMany(episode => episode.Turns);

    public DateTimeOffset End => _events[^1].EffectiveAt;

    public Talk Says(double at, string text, string? intent = null, double? confidence = null) => Happens(at, "message.received", content =>
        content with { Text = text, Intent = intent is null ? null : new EventContent.IntentPart(intent, confidence) });

    public Talk Answers(double at, string text, string? data = null) => Happens(at, "message.sent", content => content with
    {
        Text = text,
        DataJson = data is null ? default : Encoding.UTF8.GetBytes(data),
    });

    public Talk HumanAnswers(double at, string text) => Happens(at, "message.sent", content => content with { Text = text, Actor = "human" });

    public Talk Happens(double at, string type, Func<EventContent, EventContent>? fill = null)
    {
        var seq = _events.Count + 1;
        var moment = Start.AddSeconds(at);
        var content = new EventContent { Id = $"e-{seq}", Type = type, Time = moment };
        _events.Add(new StoredEvent(
            seq, "salon", "", content.Id, null, type, "telegram", "center", Session, Client, moment, moment,
            EventFlags.None, fill is null ? content : fill(content)));
        return this;
    }

    public Talk Loses(long seq)
    {
        var index = _events.FindIndex(stored => stored.Seq == seq);
        _events[index] = _events[index] with { Content = null };
        return this;
    }
}
