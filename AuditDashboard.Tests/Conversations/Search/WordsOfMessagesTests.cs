using System.Text.Json;
using AuditDashboard.Conversations;
using AuditDashboard.Conversations.Search;
using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Words;
using AuditDashboard.Tests.Kpi.Rollup;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Conversations.Search;

public sealed class WordsOfMessagesTests : AppTests
{
    /// <summary>What is typed, and the dialogs it finds.</summary>
    private static readonly (string Typed, string Found)[] Searches =
    [
        ("окрашивание", "A"),
        ("ОКРАШ", "A"),
        ("ольге суб", "A"),
        ("суб ольге", "A"),
        ("ольге вторник", ""),
        ("крашивание", ""),
        ("зелёную ёлку", "B"),
        ("ЗЕЛЕНУЮ елку", "B"),
        ("е\u0308лку", "B"),
        ("йогу", "B"),
        ("и\u0306огу", "B"),
        ("иогу", ""),
        ("«окрашивание»", "A"),
        ("\"окрашивание\"", "A"),
        ("\"окрашивание", "A"),
        ("окрашивание*", "A"),
        ("окрашивание OR йогу", ""),
        ("вас OR", "C"),
        ("NEAR(ольге", ""),
        ("words:ольге", ""),
        ("ольге NOT субботу", ""),
        ("'; DROP TABLE message_words; --", ""),
        ("%_", ""),
        ("%ольге_", "A"),
        ("\" * ^ - + ( ) { } :", ""),
        ("договорились", "ABC"),
        ("окрашивания", "A"),
        ("окрашиванием у ольги", ""),
        ("ольга субботы", "A"),
        ("зелёная ёлка", "B"),
        ("видели", "B"),
    ];

    [Fact]
    public async Task A_dialog_is_found_by_words_of_any_of_its_messages()
    {
        await App.TellAsync(
            [.. Dialog("A", "telegram", "Можно на окрашивание к Ольге в субботу?"), .. Dialog("B", "max", "Видела зелёную ёлку, хочу на йогу"), .. Dialog("C", "telegram", "Or ждём вас?")]);

        foreach (var (typed, found) in Searches)
        {
            Assert.Equal((typed, found), (typed, await FindAsync(typed)));
            Assert.Equal((typed, found.Length), (typed, await App.Get<ISessions>().CountAsync(new SessionFilter(Query: typed), Cancel)));
        }

        Assert.Equal("B", await FindAsync("договорились", "max"));
    }

    [Fact]
    public async Task Signs_of_a_last_message_are_found_as_they_stand()
    {
        await App.TellAsync(Drafts.Message("1", "2026-11-20T10:00:00Z", "скидка 10%_", session: "A"), Drafts.Message("2", "2026-11-20T10:00:00Z", "скидка 10", session: "B"));

        Assert.Equal("A", await FindAsync("%_"));
    }

    [Fact]
    public async Task A_transcript_is_found_too()
    {
        await App.TellAsync(
            Drafts.Message("1", "2026-11-20T10:00:00Z", session: "A"),
            Drafts.Of("""{"id":"2","type":"voice.transcribed","time":"2026-11-20T10:00:01Z","session":"A","transcript":{"text":"Запишите на шугаринг","confidence":0.9}}"""),
            Drafts.Message("3", "2026-11-20T10:00:02Z", "Жду", session: "A"));

        Assert.Equal("A", await FindAsync("шугаринг"));
    }

    [Fact]
    public async Task By_themselves_words_are_indexed_within_a_second()
    {
        await App.Get<IStories>().CatchUpAsync(Cancel);
        await App.Get<IEventLog>().AppendAsync([.. Dialog("A", "telegram", "Нужен маникюр")], Cancel);

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        while (await App.CountAsync("select count(*) from message_words") < 2)
        {
            App.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(10, limit.Token);
        }

        Assert.Equal("A", await FindAsync("маникюр"));
    }

    [Fact]
    public async Task An_erased_message_is_found_no_more_and_does_not_come_back()
    {
        await App.TellAsync([.. Dialog("A", "telegram", "Меня зовут Маргарита"), .. Dialog("B", "telegram", "Я тоже Маргарита")]);
        await App.ExecuteAsync("update events set payload = null, salt = null where seq = 1; delete from events where seq = 3");

        Assert.Equal("", await FindAsync("Маргарита"));

        await App.Get<ITransactions>().RunAsync(store => store.Words.Add(1, "маргарита", ""), Cancel);
        Assert.Equal(2, await App.CountAsync("select count(*) from message_words"));
    }

    [Fact]
    public async Task An_event_that_cannot_be_read_keeps_no_other_out()
    {
        await App.Get<IStories>().CatchUpAsync(Cancel);
        await App.Get<IEventLog>().AppendAsync([.. Dialog("A", "telegram", "Первая"), .. Dialog("B", "telegram", "Вторая")], Cancel);
        await App.ExecuteAsync("delete from message_words_mark; update events set payload = x'7b' where seq = 1");

        while (await App.Get<WordSearch>().MarkAsync(Cancel) < 4)
        {
            await App.Get<IndexWords>().HandleAsync(Cancel);
        }

        Assert.Equal([await SessionAsync("B")], await App.Get<WordSearch>().SessionsAsync([new SoughtWord("вторая")], 10, Cancel));
    }

    [Fact]
    public async Task The_newest_sessions_come_first_and_no_more_than_asked_for()
    {
        await App.TellAsync([.. Enumerable.Range(1, 30).Select(n => Drafts.Message($"m{n}", "2026-11-20T10:00:00Z", "маникюр", session: $"s{n % 15}", client: $"tg:{n % 15}"))]);

        var found = await App.Get<WordSearch>().SessionsAsync([new SoughtWord("маникюр")], 3, Cancel);

        Assert.Equal([await SessionAsync("s0"), await SessionAsync("s14"), await SessionAsync("s13")], found);
    }

    private static IEnumerable<EventDraft> Dialog(string name, string channel, string text) =>
    [
        Drafts.Of($$"""{"id":"{{name}}1","type":"message.received","time":"2026-11-20T10:00:00Z","channel":"{{channel}}","session":"{{name}}","client":{"id":"tg:{{name}}"},"text":{{JsonSerializer.Serialize(text)}}}"""),
        Drafts.Of($$"""{"id":"{{name}}2","type":"message.sent","time":"2026-11-20T10:00:01Z","channel":"{{channel}}","session":"{{name}}","text":"Договорились"}"""),
    ];

    private async Task<string> FindAsync(string typed, string? channel = null)
    {
        var found = await App.Get<ISessions>().ListAsync(new SessionFilter(Query: typed, Channel: channel), 0, 100, Cancel);
        return string.Concat(found.Select(session => session.Key).Order());
    }

    private async Task<SessionId> SessionAsync(string key) =>
        (await App.Get<ISessions>().ListAsync(new SessionFilter(), 0, 100, Cancel)).Single(session => session.Key == key).Id;
}
