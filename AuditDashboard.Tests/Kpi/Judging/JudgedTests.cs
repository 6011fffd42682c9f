using AuditDashboard.Access;
using AuditDashboard.Conversations;
using AuditDashboard.Events;
using AuditDashboard.Kpi;
using AuditDashboard.Kpi.Judging;
using AuditDashboard.Kpi.Metrics;
using AuditDashboard.Kpi.Tiles;
using AuditDashboard.Storage;
using AuditDashboard.Tests.Kpi.Rollup;
using AuditDashboard.Tests.Replay;
using AuditDashboard.Tests.Support;
using AuditDashboard.Ui;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Tests.Kpi.Judging;

/// <summary>K15 on the real log, with what people say about it.</summary>
public sealed class JudgedTests : IAsyncDisposable
{
    private static readonly Period Month = Period.Of("month", null, null, new DateOnly(2026, 11, 22));

    private readonly TestApp _app = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_pair_stands_with_both_its_sides()
    {
        await TellAsync();

        var view = await SeenAsync(SignedIn.Owner, missed: false);

        Assert.Equal(2, view.Count);
        Assert.Equal(["lead", "start"], view.Lines.Select(line => line.Label).Order());
        var pair = view.Lines.Single(line => line.Label == "start");
        Assert.Equal(("Стрижка", "Укладка"), (pair.First!.Service, pair.Second!.Service));
    }

    [Fact]
    public async Task A_verdict_is_counted_changed_and_taken_back()
    {
        await TellAsync();
        var line = (await SeenAsync(SignedIn.Owner, missed: false)).Lines[0];

        Assert.True(await JudgeAs(SignedIn.Owner).HandleAsync(UnitKind.Duplicate, line.Seq, JudgeUnit.Yes, Cancel));
        Assert.Equal((1, 1), await PrecisionAsync());
        await JudgeAs(SignedIn.Owner).HandleAsync(UnitKind.Duplicate, line.Seq, JudgeUnit.No, Cancel);
        Assert.Equal((0, 1), await PrecisionAsync());
        await JudgeAs(SignedIn.Owner).HandleAsync(UnitKind.Duplicate, line.Seq, null, Cancel);

        Assert.Equal((0, 0), await PrecisionAsync());
    }

    [Fact]
    public async Task Only_who_may_see_the_branch_judges_and_an_auditor_never()
    {
        await TellAsync();
        var seq = (await SeenAsync(SignedIn.Owner, missed: false)).Lines[0].Seq;

        Assert.False(await JudgeAs(SignedIn.Manager).HandleAsync(UnitKind.Duplicate, seq, JudgeUnit.Yes, Cancel));
        Assert.False(await JudgeAs(SignedIn.Owner with { Role = "auditor" }).HandleAsync(UnitKind.Duplicate, seq, JudgeUnit.Yes, Cancel));
        Assert.Equal(0, (await SeenAsync(SignedIn.Manager, missed: false)).Count);
    }

    [Fact]
    public async Task Who_was_missed_is_listed_with_the_share_of_those_who_wanted_something()
    {
        await _app.TellAsync(
            Drafts.Of("""{"id":"m1","type":"message.received","time":"2026-11-20T08:00:00Z","session":"s1","channel":"telegram","branch":"center","client":{"id":"tg:1"},"text":"Есть кто?"}"""),
            Drafts.Of("""{"id":"m2","type":"message.received","time":"2026-11-20T08:00:00Z","session":"s2","channel":"telegram","branch":"center","client":{"id":"tg:2"},"text":"Сколько стоит?"}"""),
            Drafts.Of("""{"id":"m3","type":"message.sent","time":"2026-11-20T08:00:02Z","session":"s2","channel":"telegram","branch":"center","client":{"id":"tg:2"},"text":"1800 рублей."}"""));

        var view = await SeenAsync(SignedIn.Owner, missed: true);

        Assert.Equal(("unanswered", "Есть кто?"), (view.Lines[0].Label, view.Lines[0].Said));
        Assert.Equal((1, 2), (view.Missed.K, view.Missed.N));
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private Task TellAsync() => _app.TellAsync(
        Of("lead.created", "2026-11-19T08:00:00Z", "\"lead\":{\"id\":\"L-1\"}"), Of("lead.created", "2026-11-19T09:00:00Z", "\"lead\":{\"id\":\"L-2\"}"),
        Of("booking.created", "2026-11-20T08:00:00Z", "\"booking\":{\"id\":\"B-1\",\"service\":\"Стрижка\",\"start\":\"2026-11-25T12:00:00Z\"}"),
        Of("booking.created", "2026-11-20T09:00:00Z", "\"booking\":{\"id\":\"B-2\",\"service\":\"Укладка\",\"start\":\"2026-11-25T13:00:00Z\"}"));

    private static EventDraft Of(string type, string at, string part) => Drafts.Of(
        $$"""{"id":"{{type}}-{{at}}","type":"{{type}}","time":"{{at}}","session":"s","channel":"telegram","branch":"center","client":{"id":"tg:1"},{{part}}}""");

    private async Task<(long K, long N)> PrecisionAsync()
    {
        var confirmed = (await SeenAsync(SignedIn.Owner, missed: false)).Confirmed;
        return (confirmed.K, confirmed.N);
    }

    private Task<JudgedView> SeenAsync(Viewer viewer, bool missed) => new JudgedQuery(
        _app.Get<IKpiDrillDown>(), _app.Get<IKpiOverviews>(), _app.Get<IEventReader>(), _app.Get<ISessions>(), new PlaceQuery(new SignedIn(viewer), new SalonOfTwo()),
        _app.Get<IDbContextFactory<AuditDbContext>>()).RunAsync(Month, null, null, missed, 1, Cancel);

    private JudgeUnit JudgeAs(Viewer viewer) => new(_app.Get<IDbContextFactory<AuditDbContext>>(), _app.Get<IEventReader>(), new SignedIn(viewer), _app.Clock);
}
