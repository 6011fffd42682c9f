using AuditDashboard.Conversations;
using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Kpi;
using AuditDashboard.Tests.Kpi.Rollup;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Conversations.Story;

public sealed class StoryProjectorTests : AppTests
{
    [Fact]
    public async Task An_answer_is_counted_and_its_session_has_an_outcome()
    {
        await App.TellAsync(Drafts.Message("1", "2026-11-20T10:00:00Z"), Numbers.Answer("2", "2026-11-20T10:00:02Z"));

        var report = await App.ReportAsync();
        var session = Assert.Single(await App.Get<ISessions>().ListAsync(new SessionFilter(), 0, 10, Cancel));

        Assert.Equal((1, 1), (report.ResponseTime.Within.K, report.ResponseTime.Within.N));
        Assert.Equal(("answered", 2000L, 0), (session.Outcome, session.ResponseMs, session.SlowTurns));
        Assert.Equal(DateTimeOffset.Parse("2026-11-20T22:00:02Z", System.Globalization.CultureInfo.InvariantCulture), session.ClosedAt);
    }

    [Fact]
    public async Task News_of_numbers_and_sessions_come_after_they_can_be_read()
    {
        List<long> seen = [];
        using var kpi = App.Get<Pulse<KpiChanged>>().Listen(_ => seen.Add(1));
        using var sessions = App.Get<Pulse<SessionsChanged>>().Listen(news => seen.Add(news.SessionIds.Count + 1));

        await App.TellAsync(Drafts.Message("1", "2026-11-20T10:00:00Z"));
        Assert.Equal([1, 2], seen.Order());

        await App.TellAsync(Drafts.Of("""{"id":"2","type":"delivery.read","time":"2026-11-20T10:00:01Z","session":"s-1"}"""));
        Assert.Equal([1, 2, 2], seen.Order());
    }

    [Fact]
    public async Task An_unanswered_turn_appears_when_its_time_has_passed()
    {
        await App.TellAsync(Drafts.Message("1", "2026-11-22T10:00:00Z"));
        Assert.Equal(0, (await App.ReportAsync()).ResponseTime.Unanswered);

        App.Clock.Advance(TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(1));
        await App.Get<IStories>().CatchUpAsync(Cancel);
        Assert.Equal(1, (await App.ReportAsync()).ResponseTime.Unanswered);

        App.Clock.Advance(TimeSpan.FromHours(12));
        await App.Get<IStories>().CatchUpAsync(Cancel);
        Assert.Equal("unanswered", (await App.Get<ISessions>().ListAsync(new SessionFilter(), 0, 1, Cancel))[0].Outcome);
        Assert.Equal(0, await App.CountAsync("select count(*) from story_dues"));
    }

    [Fact]
    public async Task A_late_event_corrects_the_day_it_belongs_to()
    {
        await App.TellAsync(Drafts.Message("1", "2026-11-20T10:00:00Z"));
        Assert.Equal(1, (await App.ReportAsync()).ResponseTime.Unanswered);

        await App.TellAsync(Numbers.Answer("2", "2026-11-20T10:00:01Z"));

        var day = Assert.Single((await App.ReportAsync()).Days, day => day.Within.N > 0);
        Assert.Equal((new DateOnly(2026, 11, 20), 1L), (day.Date, day.Within.K));
    }

    [Fact]
    public async Task A_late_message_that_bridges_two_sessions_makes_them_one()
    {
        await App.TellAsync(Drafts.Message("1", "2026-11-20T06:00:00Z"), Drafts.Message("2", "2026-11-20T20:00:00Z"));
        Assert.Equal(2, await App.CountAsync("select count(*) from sessions"));

        await App.TellAsync(Drafts.Message("3", "2026-11-20T13:00:00Z"));
        await App.TellAsync(Drafts.Message("4", "2026-11-20T21:00:00Z"));

        Assert.Equal(1, await App.CountAsync("select count(*) from sessions"));
        Assert.Equal(1, await App.CountAsync("select count(distinct session_id) from events where session_id is not null"));
        Assert.Equal(4, await App.CountAsync("select messages from sessions"));
        Assert.Equal(1, await App.CountAsync("select count(*) from session_outcomes"));
    }

    [Fact]
    public async Task A_late_closing_cuts_a_session_in_two()
    {
        await App.TellAsync(Drafts.Message("1", "2026-11-20T06:00:00Z"), Drafts.Message("2", "2026-11-20T07:00:00Z", "Ещё вопрос"));

        await App.TellAsync(Drafts.Of("""{"id":"3","type":"session.closed","time":"2026-11-20T06:30:00Z","session":"s-1"}"""));

        var sessions = await App.Get<ISessions>().ListAsync(new SessionFilter(), 0, 10, Cancel);
        Assert.Equal(["Ещё вопрос", "Здравствуйте"], sessions.Select(session => session.LastText));
        Assert.Equal(2, (await App.Get<IEventReader>().OfSessionAsync(sessions[1].Id, Cancel)).Count);
    }

    [Fact]
    public async Task Two_records_with_one_phone_are_one_client_in_the_numbers()
    {
        await App.TellAsync(Numbers.Lead("1", "2026-11-18T10:00:00Z", "tg:1"), Numbers.Lead("2", "2026-11-19T10:00:00Z", "max:2", "+7 900 000-01-01"));
        Assert.Equal(2, (await App.ReportAsync()).Conversion.Share.N);

        await App.TellAsync(Drafts.Message("3", "2026-11-20T10:00:00Z", client: "tg:1", session: "tg:1", more: "\"source\":{}"), Numbers.Lead("4", "2026-11-20T10:00:00Z", "tg:1", "8 (900) 000 01 01"));

        Assert.Equal(1, (await App.ReportAsync()).Conversion.Share.N);
        Assert.Equal(1, await App.CountAsync("select count(distinct client_id) from kpi_units"));
    }

    [Fact]
    public async Task A_merge_that_is_taken_back_gives_the_same_numbers_as_before()
    {
        await App.TellAsync(Numbers.Lead("1", "2026-11-18T10:00:00Z", "tg:1"), Numbers.Lead("2", "2026-11-19T10:00:00Z", "max:2"), Drafts.Message("3", "2026-11-19T10:00:00Z", client: "max:2", session: "max:2"));
        var before = await App.SumsAsync();
        var (from, into) = (await ClientAsync("max:2"), await ClientAsync("tg:1"));

        await App.TellAsync(Changed("merged", from, into, from));
        Assert.Equal(1, (await App.ReportAsync()).Conversion.Share.N);

        await App.TellAsync(Changed("unmerged", from, into, from), Changed("unmerged", from, into, into));
        Assert.Equal(before, await App.SumsAsync());
    }

    private async Task<ClientId> ClientAsync(string address) => Assert.Single(await App.Get<IClients>().MembersAsync(address, Cancel));

    private EventDraft Changed(string action, ClientId from, ClientId into, ClientId client) => OwnEvent.Draft(EventTypes.ClientChanged, App.Clock, new Dictionary<string, string?>
    {
        ["action"] = action, ["from"] = from.ToString(), ["into"] = into.ToString(), ["client"] = client.ToString(),
    });
}
