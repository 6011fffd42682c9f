using System.Net;
using AuditDashboard.Events;
using AuditDashboard.Ingestion.Otlp.Joining;
using AuditDashboard.Storage;
using AuditDashboard.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static AuditDashboard.Tests.Ingestion.Otlp.SpanBuilder;

namespace AuditDashboard.Tests.Ingestion.Otlp;

/// <summary>Spans and log records meet in any order; what was said once is told once.</summary>
public sealed class JoiningTests : IngestTests
{
    private static readonly byte[] Call = Traces(Span(1, "chat", ("session.id", "s-1"), ("gen_ai.usage.input_tokens", 10)));
    private static readonly byte[] Asked = Logs(Record(1, "gen_ai.system.message", "Ты вежлив"), Record(1, "gen_ai.user.message", "Сколько стоит?"));
    private static readonly byte[] Answered = Logs(Record(1, "gen_ai.choice", "1800 ₽"));

    [Theory]
    [InlineData("CQA")]
    [InlineData("CAQ")]
    [InlineData("QCA")]
    [InlineData("QAC")]
    [InlineData("ACQ")]
    [InlineData("AQC")]
    public async Task Whatever_the_order_of_call_question_and_answer_the_events_are_the_same(string order)
    {
        foreach (var part in order.Concat(order.Reverse()))
        {
            await (part == 'C' ? PostAsync("traces", Call) : PostAsync("logs", part == 'Q' ? Asked : Answered));
        }

        await SettleAsync();
        Assert.Equal(
            ["message.received 10:00:01.000 Сколько стоит? s-1 -", "llm.called 10:00:01.000  s-1 10", "message.sent 10:00:01.800 1800 ₽ s-1 10"],
            (await TellingsAsync()).OrderBy(telling => telling, StringComparer.Ordinal).OrderBy(telling => telling.Contains("sent", StringComparison.Ordinal)).ThenBy(telling => telling[0] == 'l'));
        Assert.Single((await Host.EventsAsync()).Select(stored => stored.ClientId).Distinct());
    }

    [Fact]
    public async Task At_once_and_many_times_is_once()
    {
        byte[][] all = [Call, Asked, Answered];

        await Parallel.ForEachAsync(Enumerable.Range(0, 30), new ParallelOptions { MaxDegreeOfParallelism = 10, CancellationToken = Cancel }, async (i, _) =>
            await PostAsync(i % 3 == 0 ? "traces" : "logs", all[i % 3]));

        Assert.Equal(3, (await Host.EventsAsync()).Count);
    }

    [Fact]
    public async Task Words_whose_span_never_comes_are_told_without_it_and_do_not_stay()
    {
        await PostAsync("logs", Asked);
        await PostAsync("logs", Answered);
        Assert.Empty(await Host.EventsAsync());

        await SettleAsync();

        Assert.Equal([$"message.received 10:00:01.000 Сколько стоит? {Trace} -", $"message.sent 10:00:01.800 1800 ₽ {Trace} -"], await TellingsAsync());
        Assert.Equal(0, await WaitingAsync());
    }

    [Fact]
    public async Task A_span_later_than_patience_adds_its_call_and_repeats_nothing()
    {
        await PostAsync("logs", Asked);
        await PostAsync("logs", Answered);
        await SettleAsync();

        await PostAsync("traces", Call);

        Assert.Equal(["message.received", "message.sent", "llm.called"], (await Host.EventsAsync()).Select(stored => stored.Type));
    }

    [Fact]
    public async Task A_request_of_thousands_is_taken_whole()
    {
        await PostAsync("traces", Traces([.. Enumerable.Range(1, 1300).Select(number => Span(number, "chat"))]));

        Assert.Equal(1300, (await Host.EventsAsync()).Count);
    }

    [Fact]
    public async Task A_failed_call_is_told_with_its_question()
    {
        await PostAsync("logs", Asked);
        await PostAsync("traces", Traces(Span(1, "chat", ("error.type", "timeout"))));

        var events = await Host.EventsAsync();
        Assert.Equal(["message.received", "llm.called"], events.Select(stored => stored.Type));
        Assert.Equal("timeout", events[1].Content!.DataText("error"));
    }

    [Fact]
    public async Task Spans_of_a_trace_belong_to_the_conversation_one_of_them_names()
    {
        await PostAsync("traces", Traces(Span(1, "chat", ("gen_ai.conversation.id", "tg:700000101"))));
        await PostAsync("traces", Traces(Span(2, "execute_tool", ("gen_ai.tool.name", "free_slots")), Span(3, "chat")));

        var events = await Host.EventsAsync();
        Assert.Equal(["llm.called", "tool.called", "llm.called"], events.Select(stored => stored.Type));
        Assert.All(events, stored => Assert.Equal(("tg:700000101", "tg:700000101"), (stored.Content!.Session, stored.Content.Client?.Id)));
    }

    [Fact]
    public async Task Without_a_conversation_a_trace_is_its_own_and_says_so()
    {
        await PostAsync("traces", Traces(Span(1, "chat")));

        var content = Assert.Single(await Host.EventsAsync()).Content!;
        Assert.Equal((Trace, true), (content.Session, content.Flag("sessionUnknown")));
    }

    [Fact]
    public async Task A_verdict_about_an_intent_labels_the_question_as_the_system_s_and_others_are_let_go()
    {
        await PostAsync("traces", Call);
        await PostAsync("logs", Asked);
        await PostAsync("logs", Answered);

        await PostAsync("logs", Logs(Verdict(1, "intent_accuracy", "incorrect"), Verdict(1, "relevance", "pass"), Verdict(1, "intent_accuracy", "so-so")));

        var events = await Host.EventsAsync();
        var label = Assert.Single(events, stored => stored.Type == "intent.labelled");
        Assert.Equal(("system", "wrong", 4), (label.Content!.Actor, label.Content.DataText("verdict"), events.Count));
        Assert.Equal(events.Single(stored => stored.Type == "message.received").Id, label.Content.InReplyTo);
    }

    private async Task PostAsync(string signal, byte[] body) =>
        Assert.Equal(HttpStatusCode.OK, (await Host.PostAsync(body, path: $"/v1/{signal}")).StatusCode);

    private async Task SettleAsync()
    {
        Host.Clock.Advance(TimeSpan.FromMinutes(3));
        await Host.Get<SettleWords>().HandleAsync(Cancel);
    }

    private async Task<long> WaitingAsync()
    {
        await using var db = await Host.Get<IDbContextFactory<AuditDbContext>>().CreateDbContextAsync(Cancel);
        return await db.Set<PartRow>().CountAsync(Cancel);
    }

    private async Task<List<string>> TellingsAsync() => [.. (await Host.EventsAsync()).Select(Telling)];

    private static string Telling(StoredEvent stored) =>
        $"{stored.Type} {stored.OccurredAt:HH:mm:ss.fff} {stored.Content!.Text} {stored.Content.Session} {stored.Content.Usage?.InputTokens?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-"}";
}
