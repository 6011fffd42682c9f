using AuditDashboard.Conversations;
using AuditDashboard.Events;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Kpi.Rollup;

public sealed class RebuildTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("audit-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_rebuild_gives_the_same_sums_and_mends_broken_ones()
    {
        await using var app = new TestApp(_folder);
        await app.TellAsync(Some(1, 60));
        var before = await app.SumsAsync();

        await app.Get<IStories>().RebuildAsync(Cancel);
        Assert.Equal(before, await app.SumsAsync());

        await app.ExecuteAsync("update kpi_days set counts = x'02' where rowid % 2 = 0; delete from kpi_days where rowid % 3 = 0; update kpi_units set flags = 0; update kpi_labels set count = count + 1; delete from session_outcomes");
        await app.Get<IStories>().RebuildAsync(Cancel);
        Assert.Equal(before, await app.SumsAsync());
        Assert.Equal(await app.CountAsync("select count(*) from sessions"), await app.CountAsync("select count(*) from session_outcomes"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Any_order_of_arrival_in_any_portions_gives_the_same_sums(int seed)
    {
        var drafts = Some(seed, 150);
        await using var once = new TestApp();
        await once.TellAsync(drafts);
        var chance = new Random(seed);
        chance.Shuffle(drafts);
        await using var portions = new TestApp();

        foreach (var portion in drafts.Chunk(chance.Next(5, 30)))
        {
            await portions.TellAsync(portion);
        }

        Assert.Equal(await once.SumsAsync(), await portions.SumsAsync());
        Assert.Equal(await once.CountAsync("select count(*) from sessions"), await portions.CountAsync("select count(*) from sessions"));
        Assert.NotEmpty(await once.SumsAsync());
    }

    [Theory]
    [InlineData("update story_state set seq = 5")]
    [InlineData("delete from story_state; delete from kpi_units; delete from kpi_days; delete from kpi_labels; delete from session_outcomes; delete from story_dues")]
    public async Task What_a_crash_left_untold_is_told_at_the_next_start(string crash)
    {
        List<string> sums;
        await using (var before = new TestApp(_folder))
        {
            await before.TellAsync(Some(1, 40));
            sums = await before.SumsAsync();
            await before.ExecuteAsync(crash);
        }

        await using var after = new TestApp(_folder);
        await after.Get<IStories>().CatchUpAsync(Cancel);

        Assert.Equal(sums, await after.SumsAsync());
    }

    [Fact]
    public async Task Another_zone_dates_everything_anew_at_the_next_start()
    {
        await using (var before = new TestApp(_folder))
        {
            await before.TellAsync(Drafts.Message("1", "2026-11-20T20:30:00Z"));
            Assert.Equal(1, (await before.ReportAsync()).Days.Single(day => day.Date == new DateOnly(2026, 11, 20)).Sessions);
        }

        await using var after = new TestApp(_folder, ("Provisioning:Organization:TimeZone", "Asia/Yekaterinburg"));
        await after.Get<IStories>().CatchUpAsync(Cancel);

        var report = await after.ReportAsync();
        Assert.Equal(("Asia/Yekaterinburg", 1L), (report.Zone, report.Volume.Sessions));
        Assert.Equal(1, report.Days.Single(day => day.Date == new DateOnly(2026, 11, 21)).Sessions);
    }

    [Fact]
    public async Task Numbers_outlive_the_words_they_were_counted_from()
    {
        await using var app = new TestApp(_folder);
        await app.TellAsync(Drafts.Message("1", "2026-11-18T10:00:00Z"), Numbers.Answer("2", "2026-11-18T10:00:02Z"), Numbers.Lead("3", "2026-11-18T10:01:00Z", "tg:700000101"));
        var before = await app.SumsAsync();

        await app.ExecuteAsync("update events set payload = null, salt = null");
        await app.Get<IStories>().RebuildAsync(Cancel);
        Assert.Equal(before, await app.SumsAsync());

        await app.TellAsync(Drafts.Message("4", "2026-11-20T10:00:00Z"), Numbers.Answer("5", "2026-11-20T10:00:01Z"));
        var report = await app.ReportAsync();
        Assert.Equal((2, 2, 1), (report.ResponseTime.Within.K, report.Volume.Sessions, report.Conversion.Share.N));
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A few days of five clients in three channels, with and without session names.</summary>
    private static EventDraft[] Some(int seed, int count)
    {
        var chance = new Random(seed * 7919);
        string[] types = ["message.received", "message.received", "message.sent", "message.sent", "message.sent", "lead.created", "booking.created", "session.closed", "escalation.requested", "reminder.sent"];
        string[] texts = ["Можно записаться?", "да", "спасибо", "На какое время?", "Ждём вас."];
        return [.. Enumerable.Range(1, count).Select(number =>
        {
            var client = chance.Next(5);
            var time = new DateTimeOffset(2026, 11, 16, 6, 0, 0, TimeSpan.Zero).AddSeconds((number * 2400) + chance.Next(2400));
            var session = chance.Next(3) == 0 ? "" : $"\"session\":\"s-{client}-{chance.Next(2)}\",";
            return Drafts.Of(
                $$"""
                {"id":"e{{number}}","type":"{{types[chance.Next(types.Length)]}}","time":"{{time:yyyy-MM-dd'T'HH:mm:ss.fffK}}",{{session}}"channel":"{{(client < 3 ? "telegram" : "max")}}",
                "client":{"id":"c:{{client}}"},"text":"{{texts[chance.Next(texts.Length)]}}","lead":{"id":"L{{chance.Next(9)}}-{{client}}"},"booking":{"id":"B{{chance.Next(9)}}-{{client}}"},
                "data":{"ack":{{(chance.Next(9) == 0 ? "true" : "false")}} } }
                """);
        })];
    }
}
