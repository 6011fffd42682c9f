using AuditDashboard.Conversations;
using AuditDashboard.Events;
using AuditDashboard.Tests.Kpi.Rollup;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Conversations.Sessions;

/// <summary>Counts take shorter ways through the tables than lists do: whatever the filter, they must arrive at the same dialogs.</summary>
public sealed class CountTests : IAsyncDisposable
{
    private static readonly string[] Outcomes = ["", "complaint", "escalated", "human", "slow", "booked", "answered", "unanswered", "abandoned"];

    private readonly TestApp _app = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_count_is_the_length_of_its_list_whatever_is_narrowed()
    {
        await TellAsync();
        HashSet<string> different = [];

        foreach (var filter in Places().SelectMany(place => Traits(place)))
        {
            var each = await _app.Get<ISessions>().CountEachAsync(filter, Outcomes, Cancel);
            foreach (var outcome in Outcomes)
            {
                var asked = filter with { Outcome = outcome.Length == 0 ? null : outcome };
                var found = await _app.Get<ISessions>().ListAsync(asked, 0, 100, Cancel);
                Assert.Equal(found.OrderByDescending(session => session.LastActivityAt).Select(session => session.Id), found.Select(session => session.Id));
                Assert.True(found.Count == await _app.Get<ISessions>().CountAsync(asked, Cancel), $"{asked}");
                Assert.True(found.Count == each[outcome], $"{asked}: {each[outcome]} of {found.Count}");
                different.Add(string.Join(' ', found.Select(session => session.Key)));
            }
        }

        Assert.True(different.Count > 12, $"The filters tell hardly anything apart: {different.Count}");
    }

    [Fact]
    public async Task A_page_is_a_part_of_the_whole_list()
    {
        await TellAsync();

        var whole = await _app.Get<ISessions>().ListAsync(new SessionFilter(Channel: "telegram"), 0, 100, Cancel);
        var parts = new List<SessionSummary>();
        for (var skip = 0; skip < whole.Count; skip += 2)
        {
            parts.AddRange(await _app.Get<ISessions>().ListAsync(new SessionFilter(Channel: "telegram"), skip, 2, Cancel));
        }

        Assert.True(whole.Count > 2);
        Assert.Equal(whole, parts);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static IEnumerable<SessionFilter> Places()
    {
        DateTimeOffset day = new(2026, 11, 20, 0, 0, 0, TimeSpan.Zero);
        yield return new SessionFilter();
        yield return new SessionFilter(From: day, To: day.AddDays(1));
        yield return new SessionFilter(Channel: "telegram");
        yield return new SessionFilter(Branch: "center", Branches: ["center", "north"]);
        yield return new SessionFilter(Branches: ["north"]);
        yield return new SessionFilter(Query: "маникюр");
        yield return new SessionFilter(Query: "0101");
        yield return new SessionFilter(Query: "01 01");
        yield return new SessionFilter(Query: "а");
    }

    private static IEnumerable<SessionFilter> Traits(SessionFilter place) =>
    [
        place, place with { Intent = "price" }, place with { Model = "gpt-5-nano", Intent = "price" }, place with { Scenario = "booking" }, place with { ConfidenceBelow = 0.6 },
        place with { ResponseAboveMs = 5000 }, place with { HasCall = true }, place with { HasHuman = true }, place with { HasHuman = true, ResponseAboveMs = 1000 },
    ];

    private async Task TellAsync()
    {
        await _app.TellAsync(
            Said("a", 20, 0, "received", "telegram", "center", ""","intent":{"name":"booking.create","confidence":0.93}"""),
            Said("a", 20, 2, "sent", "telegram", "center", ""","model":{"name":"gpt-4.1-mini"},"scenario":{"id":"booking"}"""),
            Drafts.Of("""{"id":"a-made","type":"booking.created","time":"2026-11-20T10:00:05Z","session":"a","channel":"telegram","branch":"center","client":{"id":"tg:a"},"booking":{"id":"a-1","start":"2026-11-22T10:00:00Z"}}"""),
            Said("b", 20, 0, "received", "telegram", "north", ""","intent":{"name":"price","confidence":0.41}"""),
            Said("b", 20, 29, "sent", "telegram", "north", ""","model":{"name":"gpt-5-nano"}"""),
            Drafts.Of("""{"id":"b-bad","type":"complaint.received","time":"2026-11-20T10:00:40Z","session":"b","channel":"telegram","branch":"north","client":{"id":"tg:b"}}"""),
            Said("c", 21, 0, "received", "whatsapp", "center", ""),
            Said("c", 21, 3, "sent", "whatsapp", "center", ""","actor":"human" """),
            Said("d", 19, 0, "received", "telegram", "north", ""","intent":{"name":"price","confidence":0.88}"""),
            Said("d", 19, 9, "sent", "telegram", "north", ""","model":{"name":"gpt-5-nano"},"scenario":{"id":"booking"}"""),
            Drafts.Of("""{"id":"d-up","type":"escalation.requested","time":"2026-11-19T10:00:12Z","session":"d","channel":"telegram","branch":"north","client":{"id":"tg:d","phone":"+79990000101"},"reason":"client"}"""),
            Drafts.Of("""{"id":"e-call","type":"call.missed","time":"2026-11-20T10:00:20Z","session":"e","channel":"phone","client":{"id":"tel:e"}}"""),
            Said("f", 21, 5, "received", "telegram", "center", ""));
    }

    private static EventDraft Said(string session, int day, int second, string type, string channel, string branch, string rest) => Drafts.Of(
        $$"""{"id":"{{session}}-{{second}}","type":"message.{{type}}","time":"2026-11-{{day}}T10:00:{{second:00}}Z","session":"{{session}}","channel":"{{channel}}","branch":"{{branch}}","client":{"id":"tg:{{session}}"},"text":"Маникюр {{session}}"{{rest}}}""");
}
