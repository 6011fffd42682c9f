using AuditDashboard.Conversations;
using AuditDashboard.Conversations.Append;
using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Kpi;
using AuditDashboard.Tests.Kpi.Rollup;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Kpi;

/// <summary>Rows of product.md section 5.1 that need the log, the sums and the client directory.</summary>
public sealed class EdgeCaseJourneyTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("audit-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task E18_Bounds_and_coverage_of_what_is_not_marked()
    {
        await using var app = new TestApp(_folder);
        await app.TellAsync([.. Enumerable.Range(0, 184).SelectMany(Visit)]);

        var noShow = (await app.ReportAsync()).NoShow;

        Assert.Equal((24L, 174L, 10L), (noShow.Share.K, noShow.Share.N, noShow.Unmarked));
        Assert.Equal((0.138, 0.130, 0.185, 0.946), (Round(noShow.Share.Value), Round(noShow.BoundLow), Round(noShow.BoundHigh), Round(noShow.Coverage)));

        static IEnumerable<EventDraft> Visit(int number)
        {
            var (client, booking) = ($"tg:{number}", $"B-{number}");
            yield return Booking($"c{number}", "booking.created", "2026-11-16T10:00:00Z", client, booking, "\"start\":\"2026-11-18T10:00:00Z\"");
            if (number < 174)
            {
                yield return Booking($"m{number}", number < 24 ? "booking.no_show" : "booking.attended", "2026-11-18T11:00:00Z", client, booking);
            }
        }
    }

    [Fact]
    public async Task E28_An_empty_period_has_no_numbers_and_no_zeros()
    {
        await using var app = new TestApp(_folder);
        var filter = new KpiFilter(new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 8));

        var overview = await app.Get<IKpiOverviews>().RunAsync(filter, Cancel);
        var details = await app.Get<IKpiOverviews>().DetailsAsync(filter, Cancel);

        Assert.All(overview.Tiles, tile => Assert.Equal((null, null, 7), (tile.Now.Value, tile.Now.High, tile.Days.Count)));
        Assert.Empty(overview.Channels);
        Assert.Empty(overview.Losses);
        Assert.Equal((null, null), (overview.LostMoney.AverageKopecks, overview.LostMoney.LostNeedsKopecks));
        Assert.Equal((null, null), (details.Missed.Share.Value, details.People.MinutesPer100Sessions));
        Assert.Null(overview.Behind.Since);
    }

    [Fact]
    public async Task E29_An_event_two_days_late_corrects_the_day_it_belongs_to()
    {
        await using var app = new TestApp(_folder);
        await app.TellAsync(Booking("1", "booking.created", "2026-11-16T10:00:00Z", "tg:1", "B1", "\"start\":\"2026-11-18T10:00:00Z\""));
        Assert.Equal(1, (await app.ReportAsync()).NoShow.Unmarked);

        await app.TellAsync(
            Booking("2", "booking.no_show", "2026-11-18T11:00:00Z", "tg:1", "B1"),
            Drafts.Message("3", "2026-11-19T10:00:00Z", client: "tg:1"));

        var report = await app.ReportAsync();
        Assert.Equal((1L, 1L, 0L), (report.NoShow.Share.K, report.NoShow.Share.N, report.NoShow.Unmarked));
        Assert.Equal(1, report.Days.Single(day => day.Date == new DateOnly(2026, 11, 18)).NoShow.K);
        var details = await app.Get<IKpiOverviews>().DetailsAsync(report.Filter, Cancel);
        Assert.Contains(details.Log.Flaws, flaw => flaw is { Label: "late", Count: 1 });
    }

    [Fact]
    public async Task E30_Numbers_stay_when_the_words_are_gone_and_a_late_mark_counts_nothing_twice()
    {
        await using var app = new TestApp(_folder);
        await app.TellAsync(
            Booking("1", "booking.created", "2026-11-10T10:00:00Z", "tg:1", "B1", "\"start\":\"2026-11-18T10:00:00Z\",\"price\":1500"),
            Booking("2", "reminder.sent", "2026-11-17T10:00:00Z", "tg:1", "B1"), Booking("3", "booking.confirmed", "2026-11-17T11:00:00Z", "tg:1", "B1"),
            Booking("4", "booking.attended", "2026-11-18T11:00:00Z", "tg:1", "B1"));
        var before = await app.SumsAsync();

        await app.ExecuteAsync("update events set payload = null, salt = null where event_id in ('1', '2')");
        await app.Get<IStories>().RebuildAsync(Cancel);
        Assert.Equal(before, await app.SumsAsync());

        await app.ExecuteAsync("update events set payload = null, salt = null where event_id in ('3', '4')");
        await app.TellAsync(Booking("5", "booking.attended", "2026-11-20T11:00:00Z", "tg:1", "B1", "\"start\":\"2026-11-18T10:00:00Z\""));
        var report = await app.ReportAsync();
        Assert.Equal((1L, 1L, 1L), (report.NoShow.Share.N, report.Confirmation.Share.N, report.Confirmation.Share.K));
    }

    [Fact]
    public async Task E31_Merging_and_un_merging_gives_the_same_sums()
    {
        await using var app = new TestApp(_folder);
        await app.TellAsync(
            Numbers.Lead("1", "2026-11-10T10:00:00Z", "tg:1"), Numbers.Lead("2", "2026-11-12T10:00:00Z", "tg:2"),
            Booking("3", "booking.created", "2026-11-12T11:00:00Z", "tg:2", "B1", "\"start\":\"2026-11-14T10:00:00Z\""));
        var apart = await app.SumsAsync();
        var clients = app.Get<IClients>();
        var (one, other) = ((await clients.MembersAsync("tg:1", Cancel))[0], (await clients.MembersAsync("tg:2", Cancel))[0]);

        await SayAsync(app, ClientMerger.Merged, one, other, [one]);
        Assert.NotEqual(apart, await app.SumsAsync());

        await SayAsync(app, ClientMerger.Unmerged, one, other, [one, other]);
        Assert.Equal(apart, await app.SumsAsync());
    }

    [Fact]
    public async Task E33_One_phone_however_it_is_written_is_one_client()
    {
        await using var app = new TestApp(_folder);
        await app.TellAsync(Numbers.Lead("1", "2026-11-10T10:00:00Z", "tg:1", "8 (863) 200-00-00"), Numbers.Lead("2", "2026-11-12T10:00:00Z", "max:2", "+78632000000"));

        Assert.Equal(1, (await app.ReportAsync()).Conversion.Share.N);
    }

    [Fact]
    public async Task E34_Another_zone_moves_dates_and_keeps_totals()
    {
        await using (var before = new TestApp(_folder))
        {
            await before.TellAsync(Booking("1", "booking.created", "2026-11-10T10:00:00Z", "tg:1", "B1", "\"start\":\"2026-11-18T20:30:00Z\""), Booking("2", "booking.no_show", "2026-11-18T21:00:00Z", "tg:1", "B1"));
            Assert.Equal(1, (await before.ReportAsync()).Days.Single(day => day.Date == new DateOnly(2026, 11, 18)).NoShow.K);
        }

        await using var after = new TestApp(_folder, ("Provisioning:Organization:TimeZone", "Asia/Yekaterinburg"));
        await after.Get<IStories>().CatchUpAsync(Cancel);

        var report = await after.ReportAsync();
        Assert.Equal((1L, 1L), (report.NoShow.Share.K, report.Days.Single(day => day.Date == new DateOnly(2026, 11, 19)).NoShow.K));
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static Task SayAsync(TestApp app, string action, ClientId from, ClientId into, ClientId[] touched) => app.TellAsync(
        [.. touched.Select(client => OwnEvent.Draft(EventTypes.ClientChanged, app.Clock, new Dictionary<string, string?>
        {
            ["action"] = action, ["from"] = from.ToString(), ["into"] = into.ToString(), ["client"] = client.ToString(),
        }))]);

    private static double Round(double? value) => Math.Round(value!.Value, 3);

    private static EventDraft Booking(string id, string type, string time, string client, string booking, string more = "") => Drafts.Of(
        $$"""{"id":"{{id}}","type":"{{type}}","time":"{{time}}","channel":"telegram","client":{"id":"{{client}}"},"booking":{"id":"{{booking}}"{{(more.Length == 0 ? "" : $",{more}")}}} }""");
}
