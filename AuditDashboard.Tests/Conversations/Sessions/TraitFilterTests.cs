using AuditDashboard.Conversations;
using AuditDashboard.Events;
using AuditDashboard.Tests.Kpi.Rollup;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Conversations.Sessions;

/// <summary>The drawer's filters over the real log: what a dialog is found by is what happened in it.</summary>
public sealed class TraitFilterTests : IAsyncDisposable
{
    private readonly TestApp _app = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Dialogs_are_found_by_what_happened_in_them()
    {
        await _app.TellAsync(
            Said("a", 0, "received", ""","intent":{"name":"booking.create","confidence":0.93}"""),
            Said("a", 2, "sent", ""","model":{"provider":"openai","name":"gpt-4.1-mini"},"scenario":{"id":"booking"}"""),
            Said("b", 0, "received", ""","intent":{"name":"price","confidence":0.41}"""),
            Said("b", 9, "sent", ""","model":{"name":"gpt-5-nano"}"""),
            Said("c", 0, "received", ""),
            Said("c", 3, "sent", ""","actor":"human" """),
            Drafts.Of("""{"id":"c-call","type":"call.missed","time":"2026-11-20T10:00:20Z","session":"c","client":{"id":"tg:c"}}"""));

        Assert.Equal("a", await FoundAsync(new SessionFilter { Intent = "booking.create" }));
        Assert.Equal("b", await FoundAsync(new SessionFilter { ConfidenceBelow = 0.6 }));
        Assert.Equal("", await FoundAsync(new SessionFilter { ConfidenceBelow = 0.41 }));
        Assert.Equal("b", await FoundAsync(new SessionFilter { Model = "gpt-5-nano" }));
        Assert.Equal("a", await FoundAsync(new SessionFilter { Scenario = "booking" }));
        Assert.Equal("b", await FoundAsync(new SessionFilter { ResponseAboveMs = 5000 }));
        Assert.Equal("c", await FoundAsync(new SessionFilter { HasCall = true }));
        Assert.Equal("c", await FoundAsync(new SessionFilter { HasHuman = true }));
        Assert.Equal("", await FoundAsync(new SessionFilter { HasCall = true, Intent = "price" }));
        var traits = await _app.Get<ISessions>().TraitsAsync(Cancel);
        Assert.Equal("booking.create price | gpt-4.1-mini gpt-5-nano | booking", $"{string.Join(' ', traits.Intents)} | {string.Join(' ', traits.Models)} | {string.Join(' ', traits.Scenarios)}");
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task<string> FoundAsync(SessionFilter filter)
    {
        var found = await _app.Get<ISessions>().ListAsync(filter, 0, 100, Cancel);
        Assert.Equal(found.Count, await _app.Get<ISessions>().CountAsync(filter, Cancel));
        return string.Concat(found.Select(session => session.Key).Order());
    }

    private static EventDraft Said(string session, int second, string type, string rest) => Drafts.Of(
        $$"""{"id":"{{session}}-{{second}}","type":"message.{{type}}","time":"2026-11-20T10:00:{{second:00}}Z","session":"{{session}}","client":{"id":"tg:{{session}}"},"text":"Слова"{{rest}}}""");
}
