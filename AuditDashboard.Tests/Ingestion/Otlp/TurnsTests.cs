using System.Net;
using AuditDashboard.Tests.Support;
using static AuditDashboard.Tests.Ingestion.Otlp.SpanBuilder;

namespace AuditDashboard.Tests.Ingestion.Otlp;

/// <summary>What of a talk with a model was said to a person.</summary>
public sealed class TurnsTests : IngestTests
{
    private const string Input = "gen_ai.input.messages";
    private const string Output = "gen_ai.output.messages";

    [Fact]
    public async Task A_question_answered_by_way_of_a_tool_is_one_question_and_one_answer()
    {
        await PostAsync(
            Span(1, "chat", (Input, Messages(("system", "x"), ("user", "Есть время?"))), (Output, Messages(("assistant", "Сейчас посмотрю"))), ("gen_ai.response.finish_reasons", new object[] { "tool_calls" })),
            Span(2, "execute_tool", ("gen_ai.tool.name", "free_slots"), ("gen_ai.tool.call.arguments", "{\"day\":\"sat\"}")),
            Span(3, "chat", (Input, Messages(("system", "x"), ("user", "Есть время?"), ("tool", "15:30"))), (Output, Messages(("assistant", "Есть 15:30")))));

        var events = await Host.EventsAsync();
        Assert.Equal(["message.received", "llm.called", "tool.called", "llm.called", "message.sent"], events.Select(stored => stored.Type));
        Assert.Equal(("Есть время?", "Есть 15:30"), (events[0].Content!.Text, events[4].Content!.Text));
        Assert.Equal((events[0].Id, "{\"day\":\"sat\"}", 800L), (events[4].Content!.InReplyTo, events[2].Content!.DataText("arguments"), events[2].Content!.LatencyMs));
    }

    [Fact]
    public async Task The_same_words_twice_in_a_talk_are_two_messages_and_a_retry_is_none()
    {
        (string, object)[] first = [(Input, Messages(("user", "да"))), (Output, Messages(("assistant", "Точно?")))];
        (string, object)[] second = [(Input, Messages(("user", "да"), ("assistant", "Точно?"), ("user", "да"))), (Output, Messages(("assistant", "Готово")))];
        await PostAsync(Span(1, "chat", first), Span(2, "chat", [(Input, first[0].Item2), ("error.type", "timeout")]), Span(3, "chat", second));

        var events = await Host.EventsAsync();
        Assert.Equal(["да", "да"], events.Where(stored => stored.Type == "message.received").Select(stored => stored.Content!.Text));
        Assert.Equal(["Точно?", "Готово"], events.Where(stored => stored.Type == "message.sent").Select(stored => stored.Content!.Text));
    }

    [Fact]
    public async Task A_call_told_by_a_framework_and_by_its_library_is_one_call()
    {
        await PostAsync(Span(1, "chat", (Input, Messages(("user", "Да?"))), (Output, Messages(("assistant", "Да!")))), Inside(1, Span(2, "chat", (Output, Messages(("assistant", "Да!"))))));

        Assert.Equal(["message.received", "llm.called", "message.sent"], (await Host.EventsAsync()).Select(stored => stored.Type));
    }

    [Fact]
    public async Task What_a_model_says_to_a_program_is_not_said_to_a_client()
    {
        await PostAsync(
            Span(1, "chat", (Input, Messages(("user", "Привет"))), (Output, Messages(("assistant", "{\"intent\":\"greeting\"}"))), ("gen_ai.output.type", "json")),
            Span(2, "embeddings", (Input, "Привет")));

        Assert.Equal(["llm.called", "llm.called"], (await Host.EventsAsync()).Select(stored => stored.Type));
    }

    [Fact]
    public async Task What_the_bot_s_own_attributes_say_stands_in_the_events()
    {
        await PostAsync(Span(
            1, "chat", (Input, Messages(("user", "Запишите"))), (Output, Messages(("assistant", "Готово"))), ("app.intent", "booking.create"), ("app.intent.confidence", 0.9),
            ("app.channel", "telegram"), ("user.id", "700000101"), ("app.crm.lead_id", "L-1"), ("gen_ai.prompt.name", "salon-main"), ("gen_ai.prompt.version", "14"),
            ("gen_ai.response.time_to_first_chunk", 0.25), ("gen_ai.usage.cache_read.input_tokens", 5)));

        var events = await Host.EventsAsync();
        Assert.All(events, stored => Assert.Equal(("tg:700000101", "telegram", "L-1"), (stored.Content!.Client!.Id, stored.Content.Channel, stored.Content.Lead!.Id)));
        Assert.Equal(("booking.create", 0.9), (events[0].Content!.Intent!.Name, events[0].Content!.Intent!.Confidence));
        Assert.Equal(("salon-main", "14", "7"), (events[2].Content!.Scenario!.Id, events[2].Content!.Scenario!.Version, events[2].Content!.Release));
        Assert.Equal((250, 5), (events[1].Content!.DataMember("timeToFirstChunkMs")!.Value.GetInt32(), events[1].Content!.DataMember("cachedTokens")!.Value.GetInt32()));
    }

    [Theory]
    [InlineData("gen_ai.prompt.0.role", "user", "gen_ai.prompt.0.content", "Да?", "gen_ai.completion.0.content", "Да!")]
    [InlineData("llm.input_messages.0.message.role", "user", "llm.input_messages.0.message.contents.0.message_content.text", "Да?", "llm.output_messages.0.message.content", "Да!")]
    [InlineData("ai.prompt.messages", "[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"Да?\"}]}]", "x", "x", "ai.response.text", "Да!")]
    [InlineData("input.value", "{\"messages\":[{\"role\":\"user\",\"content\":\"Да?\"}]}", "x", "x", "output.value", "{\"choices\":[{\"message\":{\"content\":\"Да!\"}}]}")]
    [InlineData("input.value", "Да?", "x", "x", "output.value", "Да!")]
    public async Task Older_spellings_are_read_too(string first, string one, string second, string two, string third, string three)
    {
        await PostAsync(Span(1, "chat", (first, one), (second, two), (third, three)));

        Assert.Equal(["Да?", null, "Да!"], (await Host.EventsAsync()).Select(stored => stored.Content!.Text));
    }

    [Fact]
    public async Task Half_a_character_nul_and_unending_words_are_mended_and_cut()
    {
        var body = Traces(Span(1, "chat", (Input, "[{\"role\":\"user\",\"content\":\"a\\uD83D \\u0000б\"}]"), (Output, Messages(("assistant", new string('я', 300_000))))));

        Assert.Equal(HttpStatusCode.OK, (await Host.PostAsync(body, path: "/v1/traces")).StatusCode);

        var events = await Host.EventsAsync();
        Assert.Equal(("a\uFFFD \uFFFDб", 40_000), (events[0].Content!.Text, events[2].Content!.Text!.Length));
    }

    private async Task PostAsync(params object[] spans) => Assert.Equal(HttpStatusCode.OK, (await Host.PostAsync(Traces(spans), path: "/v1/traces")).StatusCode);
}
