using System.Net;
using System.Text;
using System.Text.Json;
using AuditDashboard.Events;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Ingestion.Frameworks;

/// <summary>Bodies of assistants and their frameworks, as the samples' index reads them. Spans go to their own address.</summary>
public sealed class AssistantSampleTests : ChannelSamples
{
    private const string Span = "assistant-otel-genai-span.json";

    // Bodies of our own form come the same way, and those are judged.
    protected override IReadOnlyList<string?> Stumbles => ["internal"];

    protected override string Folder => "assistant";

    protected override (string, string?)[] Settings => [.. Endpoints, ("Provisioning:Organization:TimeZone", "Europe/Moscow")];

    protected override HttpStatusCode Taken => HttpStatusCode.Accepted;

    public static TheoryData<string> Files() => [.. FilesOf("assistant").Select(row => row.Data).Where(file => file != Span)];

    [Theory]
    [MemberData(nameof(Files))]
    public Task A_sample_becomes_the_events_of_its_index(string file) => CheckSampleAsync(file);

    [Fact]
    public Task Repeats_reversed_and_in_parallel_give_no_duplicate_and_no_error() => CheckRepeatsAsync();

    [Theory]
    [InlineData("assistant-langfuse-batch.json")]
    [InlineData("assistant-rasa-user-event.json")]
    [InlineData("assistant-dialogflow-es-webhook.json")]
    [InlineData("assistant-n8n-flat.json")]
    public Task Hostile_bodies_are_answered_and_kept(string file) => CheckHostileAsync(file);

    [Fact]
    public async Task A_span_is_a_call_of_the_model_at_its_start()
    {
        var answer = await PostAsync(Span);

        Assert.Equal((HttpStatusCode.OK, "{}"), (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancel)));
        var called = Assert.Single(await Host.EventsAsync());
        var content = called.Content!;
        Assert.Equal(("llm.called", "tg:700000101", "tg:700000101", "telegram"), (called.Type, content.Session, content.Client?.Id, content.Channel));
        Assert.Equal(DateTimeOffset.Parse("2026-11-18T11:05:12.200Z", System.Globalization.CultureInfo.InvariantCulture), called.OccurredAt);
        Assert.Equal((812, 64, 1840), (content.Usage?.InputTokens, content.Usage?.OutputTokens, content.LatencyMs));
        Assert.Equal(("openai", "gpt-4o-mini", "gpt-4o-mini-2024-07-18"), (content.Model?.Provider, content.Model?.Name, content.Model?.Version));
    }

    [Fact]
    public async Task Hostile_spans_are_answered_in_the_words_of_their_protocol()
    {
        foreach (var body in HostileBodies.Of(Sample(Span)))
        {
            var answer = await PostAsync(Span, body);
            Assert.True((int)answer.StatusCode is 200 or 400, Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(300, body.Length))));
        }
    }

    [Theory]
    [InlineData("assistant-rasa-user-event.json", "tg:700000101", "telegram", "salon", null)]
    [InlineData("assistant-dialogflow-es-webhook.json", null, "telegram", null, null)]
    [InlineData("assistant-n8n-flat.json", "700000101", null, "gpt-4o-mini", 1840L)]
    [InlineData("assistant-langfuse-batch.json", "tg:700000101", "telegram", "gpt-4o-mini", 1840L)]
    public async Task Who_spoke_with_what_and_how_fast_is_told_as_far_as_it_is_known(string file, string? client, string? channel, string? model, long? latencyMs)
    {
        await PostAsync(file);

        var content = (await Host.EventsAsync())[^1].Content!;
        Assert.Equal((client, channel, model, latencyMs), (content.Client?.Id, content.Channel, content.Model?.Name, content.LatencyMs));
    }

    [Fact]
    public async Task The_framework_s_own_body_lies_beside_its_first_event()
    {
        await PostAsync("assistant-langfuse-batch.json");

        var payloads = new List<string>();
        foreach (var stored in await Host.EventsAsync())
        {
            payloads.Add(Encoding.UTF8.GetString((await Host.Get<IEventReader>().PayloadAsync(stored.Seq, Cancel))!));
        }

        Assert.Equal([true, false], payloads.ConvertAll(payload => payload.Contains("\"raw\":{", StringComparison.Ordinal)));
        Assert.All(payloads, payload => Assert.Contains("\"envelope\":\"langfuse\"", payload, StringComparison.Ordinal));
    }

    protected override (string Type, string? Kind) MeaningOf(string word) => (base.MeaningOf(word).Type, null);

    protected override string? SenderOf(StoredEvent found) => found.Content!.Session;

    protected override void CheckMore(JsonElement row, StoredEvent found)
    {
        Assert.Equal(Text(row, "intent") ?? found.Content!.Intent?.Name, found.Content!.Intent?.Name);
        Assert.Equal(Number(row, "confidence") ?? found.Content.Intent?.Confidence, found.Content.Intent?.Confidence);
    }

    protected override Task<HttpResponseMessage> PostAsync(string file, byte[] body) => Host.PostAsync(body, path: file == Span ? "/v1/traces" : "/api/v1/events");
}
