using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AuditDashboard.Events;
using AuditDashboard.Tests.Support;
using Microsoft.Extensions.Logging;

namespace AuditDashboard.Tests.Relay.OpenAi;

public sealed class RelayOpenAiTests : IAsyncLifetime
{
    private const string BotsOwnKey = "sk-bots-own-key-000000000000";

    private readonly LogLines _lines = new();

    private FakeOpenAi Service { get; set; } = null!;

    private IngestHost Host { get; set; } = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Service = await FakeOpenAi.StartAsync();
        Host = await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Service.DisposeAsync();
        _lines.Dispose();
    }

    [Fact]
    public async Task The_call_passes_unchanged_with_the_bots_own_key_and_without_ours()
    {
        const string body = """{"model": "gpt-5-mini", "messages": [{"role":"user","content":"Можно\u0020в субботу?"}]}""";

        var answer = await PostAsync("/v1/chat/completions?x=1", body, ("x-session-id", "tg-1"));

        var call = Assert.Single(Service.Calls);
        Assert.Equal(("/v1/chat/completions?x=1", body, $"Bearer {BotsOwnKey}"), (call.Target, Encoding.UTF8.GetString(call.Body), call.Headers["Authorization"]));
        Assert.DoesNotContain(call.Headers.Keys, name => name.StartsWith("x-audit", StringComparison.OrdinalIgnoreCase) || name.StartsWith("x-session", StringComparison.OrdinalIgnoreCase));
        Assert.Equal((HttpStatusCode.OK, "req-1"), (answer.StatusCode, answer.Headers.GetValues("x-request-id").Single()));
        Assert.Equal("Есть в 14:30", (await IngestHost.JsonAsync(answer)).GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString());
    }

    [Fact]
    public async Task A_whole_answer_is_logged_with_models_tokens_and_whose_it_is()
    {
        await PostAsync(
            "/v1/chat/completions", """{"model":"tools","messages":[{"role":"user","content":"Тайна"}]}""",
            ("x-session-id", "tg-1"), ("x-client-id", "tg:700000101"), ("x-prompt-name", "booking"), ("x-prompt-version", "12"));

        var called = Assert.Single(await Host.EventsAsync());
        Assert.Equal(("llm.called", "tg-1", "telegram", "tg:700000101", "chatcmpl-1"), (called.Type, called.Content!.Session, called.Content.Channel, called.Content.Client!.Id, called.Content.ExternalId));
        Assert.Equal(("openai", "tools", "tools-2026-10"), (called.Content.Model!.Provider, called.Content.Model.Name, called.Content.Model.Version));
        Assert.Equal((812, 64, "booking", "12"), (called.Content.Usage!.InputTokens, called.Content.Usage.OutputTokens, called.Content.Scenario!.Id, called.Content.Scenario.Version));
        Assert.Equal("""{"operation":"chat","stream":false,"finishReason":"tool_calls","status":200,"toolCalls":2,"cachedTokens":512,"reasoningTokens":8}""", Encoding.UTF8.GetString(called.Content.DataJson.Span));
        Assert.NotNull(called.Content.LatencyMs);
    }

    [Theory]
    [InlineData("/v1/chat/completions", """{"model":"gpt-5-mini","stream":true,"stream_options":{"include_usage":true},"messages":[]}""", 10, 5, "stop")]
    [InlineData("/v1/chat/completions", """{"model":"gpt-5-mini","stream":true,"messages":[]}""", null, null, "stop")]
    [InlineData("/v1/responses", """{"model":"gpt-5-mini","stream":true,"input":"?"}""", 20, 7, "completed")]
    [InlineData("/v1/responses", """{"model":"gpt-5-mini","input":"?"}""", 20, 7, "completed")]
    public async Task Both_protocols_are_understood_streaming_and_not(string path, string body, int? input, int? output, string finish)
    {
        var answer = await PostAsync(path, body);

        Assert.Contains("14:30", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        var called = await OneAsync();
        Assert.Equal((input, output, finish), ((int?)called.Content!.Usage?.InputTokens, (int?)called.Content.Usage?.OutputTokens, called.Content.DataText("finishReason")));
        Assert.Equal(("gpt-5-mini", "gpt-5-mini-2026-10"), (called.Content.Model!.Name, called.Content.Model.Version));
    }

    [Fact]
    public async Task A_stream_comes_piece_by_piece_and_the_first_one_is_timed()
    {
        using var request = Request("/v1/chat/completions", """{"model":"slow","stream":true,"messages":[]}""");
        using var answer = await Host.Anyone.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancel);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(Cancel));

        var first = await lines.ReadLineAsync(Cancel);
        Host.Clock.Advance(TimeSpan.FromMilliseconds(1500));
        Service.GoOn();
        var rest = await lines.ReadToEndAsync(Cancel);

        Assert.Contains("\"role\":\"assistant\"", first, StringComparison.Ordinal);
        Assert.EndsWith("data: [DONE]\n\n", rest, StringComparison.Ordinal);
        var called = await OneAsync();
        Assert.Equal((0, 1500L), (called.Content!.DataMember("timeToFirstChunkMs")!.Value.GetInt32(), called.Content.LatencyMs));
    }

    [Fact]
    public async Task Who_hangs_up_ends_the_call_behind_the_relay_and_that_is_logged()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        using var request = Request("/v1/chat/completions", """{"model":"slow","stream":true,"messages":[]}""");
        using var answer = await Host.Anyone.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop.Token);

        answer.Dispose();

        await Service.CallerGone.WaitAsync(TimeSpan.FromSeconds(20), Cancel);
        var called = await OneAsync();
        Assert.Equal(("caller_gone", "slow-2026-10"), (called.Content!.DataText("error"), called.Content.Model!.Version));
    }

    [Fact]
    public async Task A_stream_that_breaks_off_breaks_off_for_the_bot_too()
    {
        using var request = Request("/v1/chat/completions", """{"model":"broken","stream":true,"messages":[]}""");
        using var answer = await Host.Anyone.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancel);

        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(Cancel));
        await lines.ReadLineAsync(Cancel);
        Service.GoOn();

        await Assert.ThrowsAnyAsync<IOException>(() => lines.ReadToEndAsync(Cancel));
        Assert.Equal("unreachable", (await OneAsync()).Content!.DataText("error"));
    }

    [Fact]
    public async Task A_refusal_of_the_service_passes_and_is_logged_without_its_words()
    {
        var answer = await PostAsync("/v1/responses", """{"model":"limited","input":"Тайна"}""");

        Assert.Equal((HttpStatusCode)429, answer.StatusCode);
        var called = await OneAsync();
        Assert.Equal(("rate_limit_exceeded", 429), (called.Content!.DataText("error"), called.Content.DataMember("status")!.Value.GetInt32()));
        Assert.DoesNotContain("Слишком", Encoding.UTF8.GetString(called.Content.DataJson.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_is_away_gives_502_in_its_own_form()
    {
        await Service.DisposeAsync();

        var answer = await PostAsync("/v1/chat/completions", """{"model":"gpt-5-mini","messages":[]}""");

        Assert.Equal((HttpStatusCode.BadGateway, "upstream_unreachable"), (answer.StatusCode, (await IngestHost.JsonAsync(answer)).GetProperty("error").GetProperty("code").GetString()));
        Assert.Equal(("unreachable", "gpt-5-mini"), ((await OneAsync()).Content!.DataText("error"), (await OneAsync()).Content!.Model!.Name));
    }

    [Theory]
    [InlineData("/relay/openai/v1/chat/completions", null, 401)]
    [InlineData("/relay/openai/v1/chat/completions", "wrong", 401)]
    [InlineData("/relay/openai/v1/chat/completions", IngestHost.ReadOnlyKey, 403)]
    [InlineData("/relay/openai/wrong/v1/chat/completions", IngestHost.Key, 401)]
    [InlineData("/relay/openai/" + IngestHost.Key + "/v1/chat/completions", null, 200)]
    public async Task Without_a_key_for_ingest_the_relay_is_closed(string path, string? key, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent("""{"model":"gpt-5-mini","messages":[]}""", Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", BotsOwnKey);
        if (key is not null)
        {
            request.Headers.Add("x-audit-key", key);
        }

        var answer = await Host.Anyone.SendAsync(request, Cancel);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(status == 200, !Service.Calls.IsEmpty);
        Assert.Equal(status != 200, (await IngestHost.JsonAsync(answer)).TryGetProperty("error", out _));
    }

    [Fact]
    public async Task Other_paths_pass_unlogged()
    {
        using var request = Request("/v1/models", null);
        request.Method = HttpMethod.Get;

        var answer = await Host.Anyone.SendAsync(request, Cancel);

        Assert.Equal("gpt-5-mini", (await IngestHost.JsonAsync(answer)).GetProperty("data")[0].GetProperty("id").GetString());
        Assert.Empty(await Host.EventsAsync());
    }

    [Theory]
    [InlineData(false, null, null)]
    [InlineData(true, "Тайна", "Есть в 14:30")]
    public async Task Words_are_kept_only_where_the_setting_says_so(bool keeps, string? input, string? output)
    {
        await Host.DisposeAsync();
        Host = await StartAsync(("Relay:OpenAi:KeepTexts", keeps ? "true" : "false"));

        await PostAsync("/v1/chat/completions", """{"model":"gpt-5-mini","stream":true,"messages":[{"role":"user","content":[{"type":"text","text":"Тайна"}]},{"role":"assistant","content":"x"}]}""");

        var called = await OneAsync();
        Assert.Equal((input, output), (called.Content!.DataText("input"), called.Content.DataText("output")));
    }

    [Fact]
    public async Task No_key_stands_in_a_log_or_in_an_event()
    {
        await Host.Anyone.SendAsync(Request("/v1/chat/completions", """{"model":"gpt-5-mini","messages":[]}""", "/relay/openai/" + IngestHost.Key), Cancel);

        Assert.NotEmpty(_lines.All);
        Assert.DoesNotContain(_lines.All, line => line.Contains(BotsOwnKey, StringComparison.Ordinal) || line.Contains(IngestHost.Key, StringComparison.Ordinal));
        var payload = Encoding.UTF8.GetString((await Host.Get<IEventReader>().PayloadAsync((await OneAsync()).Seq, Cancel))!);
        Assert.DoesNotContain(BotsOwnKey, payload, StringComparison.Ordinal);
        Assert.DoesNotContain(IngestHost.Key, payload, StringComparison.Ordinal);
    }

    private Task<IngestHost> StartAsync(params (string, string?)[] more) => IngestHost.StartAsync(
        null, [("Relay:OpenAi:BaseUrl", Service.Address + "/v1/"), ("Outbound:AllowPrivateNetworks", "true"), .. more],
        builder => builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_lines));

    private Task<HttpResponseMessage> PostAsync(string path, string body, params (string Name, string Value)[] headers)
    {
        var request = Request(path, body);
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return Host.Anyone.SendAsync(request, Cancel);
    }

    private static HttpRequestMessage Request(string path, string? body, string relay = "/relay/openai")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, relay + path);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", BotsOwnKey);
        request.Headers.Add("x-audit-key", IngestHost.Key);
        return request;
    }

    /// <summary>A call that breaks off is stored after the bot has seen it break off.</summary>
    private async Task<StoredEvent> OneAsync()
    {
        while ((await Host.EventsAsync()).Count == 0)
        {
            await Task.Delay(5, Cancel);
        }

        return Assert.Single(await Host.EventsAsync());
    }
}
