using AuditDashboard.Conversations;
using AuditDashboard.Events;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Conversations.Append;

public sealed class ConversationStepTests : AppTests
{
    [Fact]
    public async Task A_message_twelve_hours_later_opens_a_new_session_of_the_same_client()
    {
        await AppendAsync(Drafts.Message("1", "2026-11-21T08:00:00Z"), Drafts.Message("2", "2026-11-21T19:59:59Z"), Drafts.Message("3", "2026-11-22T08:00:00Z"));

        Assert.Equal(2, await App.CountAsync("select count(*) from sessions"));
        Assert.Equal(1, await App.CountAsync("select count(*) from clients"));
    }

    [Fact]
    public async Task A_closed_session_is_not_continued()
    {
        await AppendAsync(
            Drafts.Message("1", "2026-11-22T08:00:00Z"),
            Drafts.Of("""{"id":"2","type":"session.closed","time":"2026-11-22T08:05:00Z","session":"s-1"}"""),
            Drafts.Message("3", "2026-11-22T08:06:00Z"));

        Assert.Equal(2, await App.CountAsync("select count(*) from sessions"));
    }

    [Fact]
    public async Task An_event_without_a_session_joins_the_open_one_of_its_bot_channel_and_client()
    {
        await AppendAsync(Drafts.Message("1", "2026-11-22T08:00:00Z"), Drafts.Message("2", "2026-11-22T08:01:00Z", session: null));

        Assert.Equal(1, await App.CountAsync("select count(*) from sessions"));
        Assert.Equal(2, await App.CountAsync("select count(*) from events where session_id is not null"));
    }

    [Fact]
    public async Task A_conversation_that_names_its_client_late_belongs_to_that_client_whole()
    {
        await AppendAsync(Drafts.Message("1", "2026-11-22T08:00:00Z", client: null), Drafts.Message("2", "2026-11-22T08:01:00Z"));

        var members = await App.Get<IClients>().MembersAsync("tg:700000101", Cancel);
        Assert.Equal(2, (await App.Get<IEventReader>().OfClientsAsync(members, Cancel)).Count);
    }

    [Fact]
    public async Task An_equal_phone_in_two_channels_makes_one_client_of_two()
    {
        await AppendAsync(
            Drafts.Of("""{"id":"1","type":"message.received","time":"2026-11-22T08:00:00Z","channel":"telegram","client":{"id":"tg:1","phone":"8 900 000-01-01"}}"""),
            Drafts.Of("""{"id":"2","type":"message.received","time":"2026-11-22T08:00:00Z","channel":"whatsapp","client":{"id":"wa:79000000101"}}"""),
            Drafts.Of("""{"id":"3","type":"message.received","time":"2026-11-22T08:00:00Z","channel":"vk","client":{"id":"vk:5","phone":"+7 900 000-01-02"}}"""));

        Assert.Equal(2, await App.CountAsync("select count(distinct root_id) from clients"));
        Assert.Equal(2, (await App.Get<IClients>().MembersAsync("wa:79000000101", Cancel)).Count);
    }

    [Fact]
    public async Task A_clock_that_runs_ahead_is_flagged_and_the_time_of_receipt_counts()
    {
        await AppendAsync(Drafts.Message("1", "2026-11-22T10:05:00.001Z"), Drafts.Message("2", "2026-11-22T10:05:00Z"));

        Assert.Equal(1, await App.CountAsync("select count(*) from events where flags & 1"));
        Assert.Equal(1, await App.CountAsync("select count(*) from sessions"));
    }

    [Fact]
    public async Task A_late_message_falls_into_the_session_of_its_own_time()
    {
        await AppendAsync(Drafts.Message("1", "2026-11-20T08:00:00Z"), Drafts.Message("2", "2026-11-22T08:00:00Z"));

        await AppendAsync(Drafts.Message("3", "2026-11-20T08:00:30Z"), Drafts.Message("4", "2026-11-19T22:00:00Z"));

        Assert.Equal(2, await App.CountAsync("select count(*) from sessions"));
        Assert.Equal(3, await App.CountAsync("select messages from sessions order by started_at limit 1"));
    }

    [Fact]
    public async Task What_comes_before_the_first_words_of_a_nameless_conversation_is_of_the_same_person()
    {
        await AppendAsync(Drafts.Of("""{"id":"1","type":"llm.called","time":"2026-11-22T08:00:00Z","session":"s-1"}"""));
        await AppendAsync(Drafts.Message("2", "2026-11-22T08:00:00Z", client: null));

        Assert.Equal(1, await App.CountAsync("select count(distinct client_id) from events"));
        Assert.Equal(1, await App.CountAsync("select count(*) from clients"));
    }

    private async Task AppendAsync(params EventDraft[] drafts)
    {
        var answer = await App.Get<IEventLog>().AppendAsync(drafts, Cancel);
        Assert.All(answer.Value!, item => Assert.Equal(AppendStatus.Accepted, item.Status));
    }
}
