using AuditDashboard.Access;
using AuditDashboard.Conversations;
using AuditDashboard.Conversations.Critical;
using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using AuditDashboard.Tests.Kpi.Rollup;
using AuditDashboard.Tests.Replay;
using AuditDashboard.Tests.Support;
using AuditDashboard.Ui;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Tests.Conversations.Critical;

/// <summary>Critical events on the real log: what waits, until when, and how it stops waiting. Now is 22 November 2026, 10:00 UTC.</summary>
public sealed class CriticalEventsTests : IAsyncDisposable
{
    private static readonly Period Week = Period.Of("week", null, null, new DateOnly(2026, 11, 22));

    private readonly TestApp _app = new();
    private readonly WrittenJournal _journal = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_nobody_reacted_to_waits_and_what_somebody_did_does_not()
    {
        await TellAsync(
            Happened("a", "complaint.opened", "2026-11-22T08:00:00Z"),
            Happened("b", "complaint.opened", "2026-11-22T08:00:00Z"), Happened("b", "message.sent", "2026-11-22T08:20:00Z", ""","actor":"human","text":"Простите нас" """),
            Happened("c", "escalation.requested", "2026-11-22T09:50:00Z"),
            Happened("d", "call.missed", "2026-11-22T09:00:00Z"), Happened("d", "call.answered", "2026-11-22T09:10:00Z"),
            Happened("e", "call.missed", "2026-11-22T09:00:00Z"));

        var open = await SeenAsync(SignedIn.Owner);
        var all = await SeenAsync(SignedIn.Owner, all: true);

        Assert.Equal(["escalation c", "call e", "complaint a"], open.Lines.Select(Named));
        Assert.Equal((1, 1, 1), (open.Open["complaint"], open.Open["escalation"], open.Open["call"]));
        Assert.Equal(["escalation c", "call e", "complaint a"], all.Lines.Take(3).Select(Named));
        Assert.Equal(DateTimeOffset.Parse("2026-11-22T10:05:00Z", System.Globalization.CultureInfo.InvariantCulture), open.Lines[0].DueAt);
        Assert.False(open.Lines[0].IsLate(_app.Clock.GetUtcNow()));
        Assert.True(open.Lines[2].IsLate(_app.Clock.GetUtcNow()));
        Assert.False(all.Lines.Single(line => Named(line) == "complaint b").IsLate(_app.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task A_complaint_is_acknowledged_in_the_dialogs_own_log()
    {
        await TellAsync(Happened("a", "complaint.opened", "2026-11-22T09:50:00Z"));
        var line = (await SeenAsync(SignedIn.Owner)).Lines[0];

        Assert.Null(await AnswerAs(SignedIn.Owner).HandleAsync(line.Seq, Cancel));
        await _app.Get<IStories>().CatchUpAsync(Cancel);

        var last = (await _app.Get<IEventReader>().OfSessionAsync(line.Session!.Value, Cancel))[^1];
        Assert.Equal(("complaint.acknowledged", "salon-bot", "human", "u-1"), (last.Type, last.Bot, last.Content!.Actor, last.Content.DataText("by")));
        Assert.Empty((await SeenAsync(SignedIn.Owner)).Lines);
        Assert.Equal("Владелец", (await SeenAsync(SignedIn.Owner, all: true)).Lines[0].Owner);
        Assert.Equal([$"complaint.acknowledged {line.Seq}"], _journal.Entries);
    }

    [Fact]
    public async Task A_call_back_is_said_by_hand_and_taken_back()
    {
        await TellAsync(Happened("a", "call.missed", "2026-11-22T09:50:00Z"));
        var line = (await SeenAsync(SignedIn.Owner)).Lines[0];

        await AnswerAs(SignedIn.Owner).HandleAsync(line.Seq, Cancel);
        Assert.True(Assert.Single((await SeenAsync(SignedIn.Owner, all: true)).Lines).IsByHand);
        Assert.Empty((await SeenAsync(SignedIn.Owner)).Lines);
        await MarksAs(SignedIn.Owner).ReopenAsync(line.Seq, Cancel);

        Assert.Single((await SeenAsync(SignedIn.Owner)).Lines);
    }

    [Fact]
    public async Task A_manager_sees_and_answers_only_their_branches_and_an_auditor_answers_nothing()
    {
        await TellAsync(Happened("a", "complaint.opened", "2026-11-22T09:50:00Z"), Happened("g", "complaint.opened", "2026-11-22T09:55:00Z"));
        var seq = (await SeenAsync(SignedIn.Owner)).Lines.Single(line => Named(line) == "complaint a").Seq;

        Assert.Equal(["complaint g"], (await SeenAsync(SignedIn.Manager)).Lines.Select(Named));
        Assert.Equal("forbidden", (await AnswerAs(SignedIn.Manager).HandleAsync(seq, Cancel))!.Code);
        Assert.Equal("forbidden", (await AnswerAs(SignedIn.Owner with { Role = "auditor" }).HandleAsync(seq, Cancel))!.Code);
        await MarksAs(SignedIn.Manager).TakeAsync(seq, Cancel);

        Assert.Null((await SeenAsync(SignedIn.Owner)).Lines.Single(line => line.Seq == seq).Owner);
    }

    [Fact]
    public async Task Looking_and_taking_on_are_remembered_when_the_story_is_told_again()
    {
        await TellAsync(Happened("a", "complaint.opened", "2026-11-22T09:50:00Z"));
        var seq = (await SeenAsync(SignedIn.Owner)).Lines[0].Seq;
        Assert.False((await SeenAsync(SignedIn.Owner)).Lines[0].IsRead);

        await MarksAs(SignedIn.Owner).ReadAsync(seq, Cancel);
        await MarksAs(SignedIn.Owner).TakeAsync(seq, Cancel);
        await _app.Get<IStories>().RebuildAsync(Cancel);

        var line = Assert.Single((await SeenAsync(SignedIn.Owner)).Lines);
        Assert.Equal((true, true, "Владелец"), (line.IsRead, line.IsMine, line.Owner));
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    /// <summary>Everybody said something the day before: what only happens opens no dialog.</summary>
    private Task TellAsync(params EventDraft[] drafts) => _app.TellAsync(
        [.. "abcdeg".Select(client => Happened($"{client}", "message.received", "2026-11-22T07:00:00Z", client == 'g' ? ""","branch":"garden" """ : ""","branch":"center" """)), .. drafts]);

    private static string Named(CriticalLine line) => $"{line.Kind} {line.Client}";

    private Task<CriticalView> SeenAsync(Viewer viewer, bool all = false) =>
        new CriticalQuery(Databases, _app.Get<ISessions>(), new SignedIn(viewer), new SalonOfTwo(), _app.Get<SalonClock>()).RunAsync(Week, null, null, all, Cancel);

    private IDbContextFactory<AuditDbContext> Databases => _app.Get<IDbContextFactory<AuditDbContext>>();

    private MarkCritical MarksAs(Viewer viewer) => new(Databases, new SignedIn(viewer), _app.Get<Pulse<SessionsChanged>>(), _app.Clock);

    private AnswerCritical AnswerAs(Viewer viewer) =>
        new(_app.Get<IEventLog>(), _app.Get<ISessions>(), MarksAs(viewer), new SignedIn(viewer), _journal, _app.Clock);

    private static EventDraft Happened(string client, string type, string at, string rest = "") => Drafts.Of(
        $$"""{"id":"{{client}}-{{type}}","type":"{{type}}","time":"{{at}}","session":"{{client}}","channel":"telegram","client":{"id":"tg:{{client}}","name":"{{client}}"}{{rest}}}""");
}
