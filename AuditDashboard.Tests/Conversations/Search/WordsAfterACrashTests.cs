using AuditDashboard.Conversations;
using AuditDashboard.Events;
using AuditDashboard.Tests.Kpi.Rollup;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Conversations.Search;

public sealed class WordsAfterACrashTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("audit-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("delete from message_words where rowid > 700; update message_words_mark set seq = 700")]
    [InlineData("delete from message_words; delete from message_words_mark")]
    [InlineData("update message_words_mark set seq = 3")]
    public async Task What_a_crash_left_out_is_indexed_at_the_next_start(string crash)
    {
        await using (var before = new TestApp(_folder))
        {
            await before.TellAsync([.. Enumerable.Range(1, 1200).Select(n => Drafts.Message($"m{n}", "2026-11-20T10:00:00Z", $"слово{n}", session: $"s{n}", client: $"tg:{n}"))]);
            Assert.Equal(1200, await before.CountAsync("select count(*) from message_words"));
            await before.ExecuteAsync(crash);
        }

        await using var after = new TestApp(_folder);
        await after.Get<IStories>().CatchUpAsync(Cancel);

        Assert.Equal(1200, await after.CountAsync("select count(*) from message_words"));
        Assert.Equal(await after.Get<IEventReader>().LastSeqAsync(Cancel), await after.CountAsync("select seq from message_words_mark"));
        Assert.Equal(["s1100"], (await after.Get<ISessions>().ListAsync(new SessionFilter(Query: "СЛОВО1100"), 0, 10, Cancel)).Select(session => session.Key));
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
