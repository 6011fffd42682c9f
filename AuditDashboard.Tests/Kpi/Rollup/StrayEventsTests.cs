using AuditDashboard.Conversations;
using AuditDashboard.Events;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Kpi.Rollup;

/// <summary>A booking is known by its id, whoever an event of it comes under (kpi-notes.md section 5).</summary>
public sealed class StrayEventsTests : IDisposable
{
    private const string Start = "\"start\":\"2026-11-18T10:00:00Z\"";
    private static readonly EventDraft Created = Of("c", "booking.created", "2026-11-10T10:00:00Z", "\"session\":\"s1\",\"client\":{\"id\":\"tg:1\"},\"channel\":\"telegram\"", Start);

    private readonly string _folder = Directory.CreateTempSubdirectory("audit-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData("\"session\":\"desk\"")]
    [InlineData("\"client\":{\"id\":\"tel:+79000000007\"}")]
    [InlineData("\"session\":\"s1\"")]
    public async Task A_mark_by_id_alone_counts_for_the_booking_before_and_after_its_creation(string who)
    {
        var mark = Of("m", "booking.no_show", "2026-11-18T10:30:00Z", who, Start);
        await using var after = new TestApp();
        await after.TellAsync(Created);
        await after.TellAsync(mark);
        await using var before = new TestApp();
        await before.TellAsync(mark);
        await before.TellAsync(Created);
        await using var together = new TestApp();
        await together.TellAsync(mark, Created);

        var report = await after.ReportAsync();

        Assert.Equal((1L, 1L, 0L, 1L), (report.NoShow.Share.K, report.NoShow.Share.N, report.NoShow.Unmarked, report.Confirmation.Share.N));
        Assert.Equal(await after.SumsAsync(), await before.SumsAsync());
        Assert.Equal(await after.SumsAsync(), await together.SumsAsync());
        await before.Get<IStories>().RebuildAsync(Cancel);
        Assert.Equal(await after.SumsAsync(), await before.SumsAsync());
    }

    [Fact]
    public async Task A_move_and_a_reminder_under_another_address_are_of_the_same_booking()
    {
        await using var app = new TestApp(_folder);
        await app.TellAsync(
            Created,
            Of("r", "reminder.sent", "2026-11-17T10:00:00Z", "\"client\":{\"id\":\"wa:79000000007\"},\"channel\":\"whatsapp\"", Start),
            Of("y", "booking.confirmed", "2026-11-17T11:00:00Z", ""));

        var report = await app.ReportAsync();

        Assert.Equal((1L, 1L), (report.Confirmation.Share.K, report.Confirmation.Share.N));
    }

    [Fact]
    public async Task The_same_id_of_another_bot_and_another_client_is_another_booking()
    {
        await using var app = new TestApp(_folder);
        var other = Of("c", "booking.created", "2026-11-10T10:00:00Z", "\"client\":{\"id\":\"tg:2\"},\"channel\":\"telegram\"", Start, "other-bot");
        await app.TellAsync(Created, other, Of("m", "booking.no_show", "2026-11-18T10:30:00Z", "", Start, "other-bot"));

        var report = await app.ReportAsync();

        Assert.Equal((1L, 1L, 1L), (report.NoShow.Share.K, report.NoShow.Share.N, report.NoShow.Unmarked));
    }

    [Fact]
    public async Task A_crash_between_the_log_and_the_stories_loses_nobody()
    {
        List<string> sums;
        await using (var before = new TestApp(_folder))
        {
            await before.TellAsync(Of("m", "booking.no_show", "2026-11-18T10:30:00Z", "\"client\":{\"id\":\"tel:+79000000007\"},\"channel\":\"phone\"", Start));
            var seq = await before.CountAsync("select max(seq) from events");
            await before.TellAsync(Created);
            sums = await before.SumsAsync();
            await before.ExecuteAsync($"update story_state set seq = {seq}; delete from kpi_units; delete from kpi_days; delete from kpi_labels");
        }

        await using var after = new TestApp(_folder);
        await after.Get<IStories>().CatchUpAsync(Cancel);

        Assert.Equal(sums, await after.SumsAsync());
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static EventDraft Of(string id, string type, string time, string who, string booking = "", string bot = "salon-bot") => Drafts.Of(
        $$"""{"id":"{{id}}","type":"{{type}}","time":"{{time}}","booking":{"id":"B1"{{(booking.Length == 0 ? "" : $",{booking}")}}}{{(who.Length == 0 ? "" : $",{who}")}}}""", bot);
}
