using AuditDashboard.Access;
using AuditDashboard.Events;
using AuditDashboard.Kpi;
using AuditDashboard.Kpi.Attribution;
using AuditDashboard.Kpi.Reports;
using AuditDashboard.Kpi.Tiles;
using AuditDashboard.Tests.Kpi.Rollup;
using AuditDashboard.Tests.Replay;
using AuditDashboard.Tests.Support;
using AuditDashboard.Ui;

namespace AuditDashboard.Tests.Kpi.Attribution;

/// <summary>K12 on the real log: a lead from an advertisement in VK that was booked from a link in Telegram, and one nobody can place.</summary>
public sealed class AttributionTests : IAsyncDisposable
{
    private static readonly Period Month = Period.Of("month", null, null, new DateOnly(2026, 11, 22));

    private readonly TestApp _app = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task First_and_last_touch_credit_different_sources_and_add_up_to_the_same()
    {
        await TellAsync();

        var first = await SeenAsync(SignedIn.Owner, last: false);
        var last = await SeenAsync(SignedIn.Owner, last: true);

        Assert.Equal(["telegram  2 1", "telegram vk 1 1", "telegram ? 1 0"], first.Lines.Select(Words));
        Assert.Equal(["telegram  2 1", "telegram start:promo 1 1", "telegram ? 1 0"], last.Lines.Select(Words));
        Assert.Equal((1, 2), (first.Unattributed.K, first.Unattributed.N));
        Assert.Null(first.Lines[0].Kopecks);
        Assert.Equal(180_000, last.Lines[0].Kopecks);
    }

    [Fact]
    public async Task Every_line_opens_as_many_rows_as_it_says()
    {
        await TellAsync();

        foreach (var line in (await SeenAsync(SignedIn.Owner, last: false)).Lines)
        {
            var filter = new KpiFilter(Month.First, Month.End, Channel: line.Channel);
            var rows = await _app.Get<IKpiDrillDown>().RunAsync(new IKpiDrillDown.Request(filter, KpiNumber.Needs, line.Source), Cancel);
            var booked = await _app.Get<IKpiDrillDown>().RunAsync(new IKpiDrillDown.Request(filter, KpiNumber.Converted, line.Source), Cancel);
            Assert.Equal((line.Needs, line.Conversion.K), (rows.Count, booked.Count));
        }
    }

    [Fact]
    public async Task A_manager_sees_their_branches_and_no_money()
    {
        await TellAsync();

        Assert.Empty((await SeenAsync(SignedIn.Manager, last: true)).Lines);
        var mine = await SeenAsync(SignedIn.Manager with { Branches = ["center"] }, last: true);
        Assert.Equal(2, mine.Lines[0].Needs);
        Assert.All(mine.Lines, line => Assert.Null(line.Kopecks));
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private Task TellAsync() => _app.TellAsync(
        Of("a", "lead.created", "2026-11-16T08:00:00Z", ""","lead":{"id":"L-1"},"source":{"utm_source":"VK"}"""),
        Of("a", "message.received", "2026-11-16T09:00:00Z", ""","text":"Можно?","source":{"start":"promo"}"""),
        Of("a", "booking.created", "2026-11-16T10:00:00Z", ""","booking":{"id":"B-1","price":1800,"start":"2026-11-18T10:00:00Z"}"""),
        Of("a", "booking.attended", "2026-11-18T12:00:00Z", ""","booking":{"id":"B-1"}"""),
        Of("b", "lead.created", "2026-11-17T08:00:00Z", ""","lead":{"id":"L-2"}"""));

    private static EventDraft Of(string client, string type, string at, string rest) => Drafts.Of(
        $$"""{"id":"{{client}}-{{type}}","type":"{{type}}","time":"{{at}}","session":"{{client}}","channel":"telegram","branch":"center","client":{"id":"tg:{{client}}"}{{rest}} }""");

    private static string Words(AttributionView.Line line) => $"{line.Channel} {(line.Source is "" ? "?" : line.Source)} {line.Needs} {line.Conversion.K}";

    private Task<AttributionView> SeenAsync(Viewer viewer, bool last) =>
        new AttributionQuery(_app.Get<DayShelf>(), new PlaceQuery(new SignedIn(viewer), new SalonOfTwo())).RunAsync(Month, null, last, Cancel);
}
