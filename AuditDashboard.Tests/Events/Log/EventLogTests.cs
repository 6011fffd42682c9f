using AuditDashboard.Events;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Events.Log;

public sealed class EventLogTests : AppTests
{
    [Fact]
    public async Task The_same_event_is_stored_once_and_answers_with_the_first_number()
    {
        var log = App.Get<IEventLog>();

        var first = await log.AppendAsync([Drafts.Message("a-1", "2026-11-22T09:59:00Z")], Cancel);
        var again = await log.AppendAsync([Drafts.Message("a-1", "2026-11-22T09:59:00Z")], Cancel);

        Assert.Equal([new Appended(AppendStatus.Accepted, 1)], first.Value!);
        Assert.Equal([new Appended(AppendStatus.Duplicate, 1)], again.Value!);
        Assert.Equal(1, await App.CountAsync("select count(*) from events"));
        Assert.Equal(1, await App.CountAsync("select count(*) from log_entries"));
    }

    [Fact]
    public async Task The_same_id_with_another_body_is_a_conflict_and_changes_nothing()
    {
        var log = App.Get<IEventLog>();
        await log.AppendAsync([Drafts.Message("a-1", "2026-11-22T09:59:00Z", "Да")], Cancel);

        var other = await log.AppendAsync([Drafts.Message("a-1", "2026-11-22T09:59:00Z", "Нет")], Cancel);

        Assert.Equal(AppendStatus.Conflict, other.Value![0].Status);
        Assert.Equal(1, await App.CountAsync("select count(*) from events"));
    }

    [Fact]
    public async Task Members_in_another_order_are_the_same_event()
    {
        var log = App.Get<IEventLog>();
        await log.AppendAsync([Drafts.Of("""{"id":"a","type":"ping","time":"2026-11-22T09:59:00Z"}""")], Cancel);

        var again = await log.AppendAsync([Drafts.Of("""{"type":"ping", "time":"2026-11-22T09:59:00Z", "id":"a"}""")], Cancel);

        Assert.Equal(AppendStatus.Duplicate, again.Value![0].Status);
    }

    [Fact]
    public async Task Repeats_inside_one_call_are_found_too()
    {
        var answer = await App.Get<IEventLog>().AppendAsync(
            [Drafts.Message("a", "2026-11-22T09:59:00Z", "1"), Drafts.Message("a", "2026-11-22T09:59:00Z", "1"), Drafts.Message("a", "2026-11-22T09:59:00Z", "2")],
            Cancel);

        Assert.Equal([AppendStatus.Accepted, AppendStatus.Duplicate, AppendStatus.Conflict], answer.Value!.Select(item => item.Status));
    }

    [Fact]
    public async Task Another_bot_may_use_the_same_id()
    {
        var log = App.Get<IEventLog>();
        var json = """{"id":"a","type":"ping","time":"2026-11-22T09:59:00Z"}""";

        await log.AppendAsync([Drafts.Of(json)], Cancel);
        var other = await log.AppendAsync([Drafts.Of(json, bot: "other")], Cancel);

        Assert.Equal(AppendStatus.Accepted, other.Value![0].Status);
    }

    [Fact]
    public async Task Two_hundred_callers_with_one_event_store_one()
    {
        var log = App.Get<IEventLog>();

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() =>
            log.AppendAsync([Drafts.Message("same", "2026-11-22T09:59:00Z")], Cancel).AsTask())));

        Assert.Equal(1, answers.Count(answer => answer.Value![0].Status == AppendStatus.Accepted));
        Assert.Equal(199, answers.Count(answer => answer.Value![0].Status == AppendStatus.Duplicate));
    }

    [Fact]
    public async Task Many_callers_get_numbers_without_a_gap_and_leaves_in_step()
    {
        var log = App.Get<IEventLog>();

        await Task.WhenAll(Enumerable.Range(0, 700).Select(i => Task.Run(() =>
            log.AppendAsync([Drafts.Message($"m-{i}", "2026-11-22T09:59:00Z", session: $"s-{i % 7}")], Cancel).AsTask())));

        Assert.Equal(700, await App.CountAsync("select max(seq) from events"));
        Assert.Equal(700, await App.CountAsync("select count(*) from events"));
        Assert.Equal(0, await App.CountAsync("select count(*) from events where log_index <> seq - 1"));
        Assert.Equal(2, await App.CountAsync("select count(*) from log_subtrees where level = 8"));
        Assert.Equal(7, await App.CountAsync("select count(*) from sessions"));
        Assert.Equal(700, await App.CountAsync("select sum(messages) from sessions"));
        Assert.Equal(1, await App.CountAsync("select count(*) from clients"));
    }

    [Fact]
    public async Task The_payload_holds_the_bytes_as_they_came()
    {
        var draft = Drafts.Of("""{ "id":"a","type":"ping","time":"2026-11-22T09:59:00Z",  "unknown":{"b":[1, 2 ]} }""");
        await App.Get<IEventLog>().AppendAsync([draft], Cancel);

        var payload = await App.Get<IEventReader>().PayloadAsync(1, Cancel);

        Assert.True(payload.AsSpan().IndexOf(draft.Json.Span) > 0);
    }
}
