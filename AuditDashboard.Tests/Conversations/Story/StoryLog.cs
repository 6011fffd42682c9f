using System.Globalization;
using System.Text;
using AuditDashboard.Conversations;
using AuditDashboard.Conversations.Story;
using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Kpi.Metrics;

namespace AuditDashboard.Tests.Conversations.Story;

/// <summary>Events of one client as a salon's bot sends them; moments are Moscow time, "[d ]HH:mm[:ss[.fff]]" of November 2026 (day 10 when none is given).</summary>
internal sealed class StoryLog
{
    public static readonly TimeZoneInfo Moscow = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow");
    public static readonly StoryRules Rules = new(TimeSpan.FromHours(12), WorkingHours.Default, Moscow, new Dictionary<string, TimeZoneInfo>());
    private static readonly ClientId Anna = new(Guid.Parse("01935b6c-0000-7000-8000-000000000001"));

    public List<StoredEvent> Events { get; } = [];

    public string? Session { get; set; } = "s1";

    public string? Channel { get; set; } = "telegram";

    public static DateTimeOffset At(string moment)
    {
        var parts = moment.Split(' ');
        var day = parts.Length == 2 ? int.Parse(parts[0], CultureInfo.InvariantCulture) : 10;
        var time = TimeSpan.Parse(parts[^1], CultureInfo.InvariantCulture);
        return new DateTimeOffset(new DateTime(2026, 11, 1).AddDays(day - 1) + time, TimeSpan.FromHours(3)).ToUniversalTime();
    }

    public StoryLog Client(string at, string? text = "Можно записаться?", Func<EventContent, EventContent>? with = null, string? data = null) =>
        Add("message.received", at, content => (with ?? Same)(content with { Text = text }), data);

    public StoryLog Ai(string at, string? text = "Да, конечно.", Func<EventContent, EventContent>? with = null, string? data = null) =>
        Add("message.sent", at, content => (with ?? Same)(content with { Text = text }), data);

    public StoryLog Human(string at, string? text = "Да, конечно.", string? data = null) =>
        Add("message.sent", at, content => content with { Text = text, Actor = "human" }, data);

    public StoryLog Booking(string type, string at, string id = "B1", string? data = null) =>
        Add("booking." + type, at, content => content with { Booking = new(id, null, null, null, null, null, null) }, data);

    /// <summary>A booking event that names a start, as "[d ]HH:mm", and who did it.</summary>
    public StoryLog Visit(string type, string at, string? start = null, string id = "B1", string? actor = null, string? data = null, long? price = null, string? service = null) =>
        Add(
            type.Contains('.', StringComparison.Ordinal) ? type : "booking." + type, at,
            content => content with { Actor = actor, Booking = new(id, service, null, start is null ? null : At(start), null, price, null) }, data);

    public StoryLog Lead(string at, string id = "L1", string? data = null, string type = "lead.created") =>
        Add(type, at, content => content with { Lead = new(id, null) }, data);

    public StoryLog Reminder(string at, string id = "B1", string? data = null) =>
        Add("reminder.sent", at, content => content with { Booking = new(id, null, null, null, null, null, null) }, data);

    public StoryLog Add(string type, string at, Func<EventContent, EventContent>? with = null, string? data = null, EventFlags flags = EventFlags.None, string? receivedAt = null)
    {
        var moment = At(at);
        var seq = Events.Count + 1;
        var content = (with ?? Same)(new EventContent
        {
            Id = "e" + seq, Type = type, Time = moment, Session = Session, Channel = Channel, Client = new("tg:1", null, null),
            DataJson = data is null ? default : Encoding.UTF8.GetBytes(data),
        });
        Events.Add(new StoredEvent(
            seq, "salon-bot", "", content.Id, null, type, content.Channel, content.Branch, null, Anna, moment,
            receivedAt is null ? moment : At(receivedAt), flags, content));
        return this;
    }

    public ClientStory Fold(string now = "30 12:00") => StoryFold.Fold(Events, Rules, At(now));

    public IReadOnlyList<KpiUnit> Units(string now = "30 12:00") => KpiUnits.Of(Fold(now));

    public List<KpiUnit> Of(UnitKind kind, string now = "30 12:00") => [.. Units(now).Where(unit => unit.Kind == kind)];

    /// <summary>As K1 counts them; that the first of a session counts once more (K1c) has tests of its own.</summary>
    public List<KpiUnit> Turns(string now = "30 12:00") =>
        [.. Of(UnitKind.Turn, now).Select(unit => unit with { Flags = unit.Flags & ~(UnitFlags.FirstTurn | UnitFlags.FirstWithin) })];

    public List<KpiUnit> Needs(string now = "30 12:00") => [.. Units(now).Where(unit => unit.Kind == UnitKind.Need)];

    public List<KpiUnit> Sessions(string now = "30 12:00") => [.. Units(now).Where(unit => unit.Kind == UnitKind.Session)];

    private static EventContent Same(EventContent content) => content;
}
