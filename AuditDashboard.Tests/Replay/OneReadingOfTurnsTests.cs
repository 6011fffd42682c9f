using AuditDashboard.Conversations;
using AuditDashboard.Events;
using AuditDashboard.Replay;
using AuditDashboard.Replay.Reading;
using AuditDashboard.Tests.Kpi.Rollup;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Replay;

public sealed class OneReadingOfTurnsTests : AppTests
{
    /// <summary>A quick answer, a slow one, a rescue by a person, a person's turn, a lost turn, thanks, and a yes to a reminder of two hours before.</summary>
    private static readonly EventDraft[] Dialog =
    [
        Client("1", "10:00:00", "Можно на субботу?"), Sent("2", "10:00:01"),
        Client("3", "10:01:00", "А сколько стоит?"), Sent("4", "10:01:05"),
        Client("5", "10:02:00", "Позовите человека"), Other("6", "escalation.requested", "10:02:01"),
        Other("7", "escalation.accepted", "10:02:20"), Sent("8", "10:02:40", ",\"actor\":\"human\""),
        Client("9", "10:03:00", "Есть скидки?"), Sent("10", "10:05:00", ",\"actor\":\"human\""), Other("11", "takeover.ended", "10:06:00"),
        Client("12", "10:07:00", "Спасибо!"),
        Client("13", "10:08:00", "А парковка есть?"), Sent("14", "10:08:02"),
        Other("15", "booking.created", "10:09:00", ",\"booking\":{\"id\":\"B-1\",\"start\":\"2026-11-28T12:00:00Z\"}"),
        Other("16", "reminder.sent", "12:00:00", ",\"booking\":{\"id\":\"B-1\"}"),
        Client("17", "12:01:00", "Да"), Sent("18", "12:01:30"),
        Client("19", "12:05:00", "А что взять с собой?"),
    ];

    [Fact]
    public async Task The_replay_the_list_and_the_report_give_the_same_numbers()
    {
        await App.TellAsync(Dialog);

        var session = Assert.Single(await App.Get<ISessions>().ListAsync(new SessionFilter(), 0, 10, Cancel));
        var timeline = await App.Get<TimelineReader>().RunAsync(session, Cancel);
        var response = (await App.ReportAsync()).ResponseTime;

        Assert.Equal(new Episode.Response(2000, 3), timeline.Facts.Response);
        Assert.Equal((session.ResponseMs, session.SlowTurns), (timeline.Facts.Response.MedianMs, timeline.Facts.Response.Slow));
        Assert.Equal([1000L, 5000L, 2000L], timeline.Bars.Select(bar => bar.WaitMs));
        Assert.Equal((2, 5, 1), (response.Within.K, response.Within.N, response.Unanswered));
        Assert.Equal(response.Within.K, timeline.Bars.Count(bar => !bar.IsSlow));
        Assert.Equal(response.Within.N - response.Within.K, timeline.Facts.Response.Slow);
        Assert.InRange(response.P50Ms!.Value, 2000 * 0.968, 2000 * 1.032);
    }

    [Fact]
    public async Task A_yes_to_a_reminder_of_another_dialog_waits_for_no_answer()
    {
        await App.TellAsync(
            Other("1", "booking.created", "10:00:00", ",\"booking\":{\"id\":\"B-1\",\"start\":\"2026-11-28T12:00:00Z\"}"),
            Other("2", "reminder.sent", "10:01:00", ",\"booking\":{\"id\":\"B-1\"}"),
            Client("3", "10:02:00", "да", session: "s-2"));

        var session = Assert.Single(await App.Get<ISessions>().ListAsync(new SessionFilter(), 0, 10, Cancel), known => known.Key == "s-2");
        var timeline = await App.Get<TimelineReader>().RunAsync(session, Cancel);

        Assert.Equal(0, session.SlowTurns);
        Assert.Equal(new TimelineFacts(TimeSpan.Zero, new Episode.Response(null, 0)), timeline.Facts);
    }

    [Fact]
    public async Task A_story_is_told_from_the_log_before_the_numbers_have_come_so_far()
    {
        await App.TellAsync(Client("1", "10:00:00", "Можно на субботу?"));
        var client = Assert.Single(await App.Get<IClients>().MembersAsync("tg:1", Cancel));
        await App.Get<IEventLog>().AppendAsync([Sent("2", "10:00:01")], Cancel);

        var story = await App.Get<IStories>().TellAsync(client, Cancel);

        Assert.Equal(1000, Assert.Single(Assert.Single(story!.Episodes).Turns).WaitMs);
        Assert.Null(await App.Get<IStories>().TellAsync(new(Guid.Empty), Cancel));
    }

    private static EventDraft Client(string id, string at, string text, string session = "s-1") =>
        Other(id, "message.received", at, $",\"text\":\"{text}\"", session);

    private static EventDraft Sent(string id, string at, string more = "") => Other(id, "message.sent", at, $",\"text\":\"Да, ждём вас.\"{more}");

    private static EventDraft Other(string id, string type, string at, string more = "", string session = "s-1") => Drafts.Of(
        $$"""{"id":"{{id}}","type":"{{type}}","time":"2026-11-20T{{at}}Z","channel":"telegram","session":"{{session}}","client":{"id":"tg:1"}{{more}}}""");
}
