using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AuditDashboard.Ingestion;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Ingestion.Otlp;

/// <summary>The protocol's manners (standards.md section 3.4): every answer in the encoding of its request.</summary>
public sealed class ReceiveTelemetryTests : IngestTests
{
    private const string Protobuf = "application/x-protobuf";
    private const string Json = "application/json";
    private static readonly string[] Signals = ["traces", "logs", "metrics"];

    protected override (string, string?)[] Settings => [.. Endpoints, ("Otlp:MostBytes", "1048576")];

    public static TheoryData<string, string> Ways() =>
        [.. Signals.SelectMany(signal => new TheoryDataRow<string, string>[] { new($"/v1/{signal}", signal), new($"/otlp/v1/{signal}", signal) })];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task An_empty_request_is_taken_at_both_addresses_and_answered_with_nothing(string path, string signal)
    {
        Assert.Equal((HttpStatusCode.OK, Protobuf, ""), await AnswerAsync([], Protobuf, path));
        Assert.Equal((HttpStatusCode.OK, Json, "{}"), await AnswerAsync("{}"u8.ToArray(), Json, path));
        Assert.Equal((HttpStatusCode.OK, Json, "{}"), await AnswerAsync(Encoding.UTF8.GetBytes("{\"resource" + signal + "\":[],\"unknown\":{\"a\":[1]}}"), Json, path));
    }

    [Theory]
    [InlineData("pb")]
    [InlineData("json")]
    public async Task A_client_s_compressed_and_chunked_request_is_taken(string extension)
    {
        Host.Clock.SetUtcNow(OtlpSamples.After);
        var packed = Packed(OtlpSamples.Read($"traceloop-traces.{extension}"));
        using var content = new StreamContent(new OneByteStream(packed));
        content.Headers.ContentType = new MediaTypeHeaderValue(OtlpSamples.TypeOf(extension));
        content.Headers.ContentEncoding.Add("gzip");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/traces") { Content = content };
        request.Headers.TransferEncodingChunked = true;

        var answer = await Host.Bot.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(["message.received", "llm.called", "message.sent"], (await Host.EventsAsync()).Select(stored => stored.Type));
    }

    [Fact]
    public async Task The_javascript_sdk_s_own_compression_is_read()
    {
        Host.Clock.SetUtcNow(OtlpSamples.After);

        var answer = await Host.PostAsync(OtlpSamples.Read("traceloop-traces.pb.gz"), Protobuf, "/otlp/v1/traces", headers: ("Content-Encoding", "gzip"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(3, (await Host.EventsAsync()).Count);
    }

    [Theory]
    [InlineData(null, null, HttpStatusCode.Unauthorized)]
    [InlineData("Authorization", "Bearer wrong", HttpStatusCode.Unauthorized)]
    [InlineData("x-otlp-api-key", "wrong", HttpStatusCode.Unauthorized)]
    [InlineData("x-otlp-api-key", IngestHost.ReadOnlyKey, HttpStatusCode.Forbidden)]
    [InlineData("x-otlp-api-key", IngestHost.IngestOnlyKey, HttpStatusCode.OK)]
    [InlineData("X-Api-Key", IngestHost.IngestOnlyKey, HttpStatusCode.OK)]
    [InlineData("Authorization", "bearer " + IngestHost.IngestOnlyKey, HttpStatusCode.OK)]
    public async Task Only_a_key_that_may_ingest_opens_the_door(string? header, string? value, HttpStatusCode expected)
    {
        (string, string)[] headers = header is null ? [] : [(header, value!)];

        var answer = await Host.PostAsync([], Protobuf, "/v1/traces", Host.Anyone, headers);

        Assert.Equal((expected, Protobuf), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task A_refused_key_is_counted_where_people_look_for_it()
    {
        await Host.PostAsync([], Protobuf, "/v1/traces", Host.Anyone, ("x-otlp-api-key", "wrong"));

        Assert.Equal(1, Host.Get<RefusedCalls>().Count(RefusedCalls.Caller.UnknownKey, Host.Clock.GetUtcNow().AddHours(-1)));
    }

    [Fact]
    public async Task Refusals_speak_the_protocol_s_own_words()
    {
        Assert.Equal((HttpStatusCode.BadRequest, Json, """{"message":"The body is not JSON"}"""), await AnswerAsync("{"u8.ToArray(), Json));
        Assert.Equal((HttpStatusCode.BadRequest, Protobuf, "\u0012\u0018The request is malformed"), await AnswerAsync([0x0A, 0xFF], Protobuf));
        Assert.Equal((HttpStatusCode.UnsupportedMediaType, Json), Head(await AnswerAsync([], "text/plain")));
        Assert.Equal((HttpStatusCode.UnsupportedMediaType, Json), Head(await AnswerAsync([], "application/grpc")));
    }

    [Fact]
    public async Task Another_method_is_refused()
    {
        var answer = await Host.Bot.GetAsync("/v1/traces", Cancel);

        Assert.Equal((HttpStatusCode.MethodNotAllowed, "POST"), (answer.StatusCode, answer.Content.Headers.Allow.Single()));
    }

    [Fact]
    public async Task The_limit_counts_what_was_unpacked()
    {
        var bomb = Packed(new byte[10 * 1024 * 1024]);
        Assert.InRange(bomb.Length, 1, 20_000);

        var answer = await Host.PostAsync(bomb, Json, "/v1/logs", headers: ("Content-Encoding", "gzip"));

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, """{"message":"The body is too large"}"""), (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancel)));
        Assert.Equal(HttpStatusCode.BadRequest, (await Host.PostAsync([1, 2, 3], Json, "/v1/logs", headers: ("Content-Encoding", "gzip"))).StatusCode);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await Host.PostAsync([1, 2, 3], Json, "/v1/logs", headers: ("Content-Encoding", "br"))).StatusCode);
    }

    [Fact]
    public async Task A_genai_span_without_a_trace_is_a_partial_success_and_others_are_let_go_silently()
    {
        const string spans = """
            {"resourceSpans":[{"scopeSpans":[{"spans":[
             {"traceId":"00000000000000000000000000000000","spanId":"00f067aa0ba902b7","name":"chat x","attributes":[{"key":"gen_ai.operation.name","value":{"stringValue":"chat"}}]},
             {"traceId":"4bf92f3577b34da6a3ce929d0e0e4736","spanId":"00f067aa0ba902b7","name":"GET /","attributes":[{"key":"http.method","value":{"stringValue":"GET"}}]},
             {"traceId":"4bf92f3577b34da6a3ce929d0e0e4736","spanId":"00f067aa0ba902b8","name":"invoke_agent salon","attributes":[{"key":"gen_ai.operation.name","value":{"stringValue":"invoke_agent"}}]}]}]}]}
            """;

        var (status, type, text) = await AnswerAsync(Encoding.UTF8.GetBytes(spans), Json);

        Assert.Equal((HttpStatusCode.OK, Json), (status, type));
        Assert.StartsWith("""{"partialSuccess":{"rejectedSpans":"1","errorMessage":""", text, StringComparison.Ordinal);
        Assert.Empty(await Host.EventsAsync());
    }

    [Fact]
    public async Task Metrics_are_taken_and_leave_nothing_behind()
    {
        const string metrics = """{"resourceMetrics":[{"scopeMetrics":[{"metrics":[{"name":"gen_ai.client.token.usage"}]}]}]}""";

        Assert.Equal((HttpStatusCode.OK, Json, "{}"), await AnswerAsync(Encoding.UTF8.GetBytes(metrics), Json, "/v1/metrics"));
        Assert.Equal((HttpStatusCode.OK, Protobuf, ""), await AnswerAsync([0x0A, 0x04, 0x12, 0x02, 0x12, 0x00], Protobuf, "/v1/metrics"));
        Assert.Equal(HttpStatusCode.BadRequest, (await AnswerAsync([0x0A, 0x04, 0x12], Protobuf, "/v1/metrics")).Status);
        Assert.Empty(await Host.EventsAsync());
    }

    private static (HttpStatusCode, string) Head((HttpStatusCode Status, string Type, string Text) answer) => (answer.Status, answer.Type);

    private async Task<(HttpStatusCode Status, string Type, string Text)> AnswerAsync(byte[] body, string type, string path = "/v1/traces")
    {
        var answer = await Host.PostAsync(body, type, path);
        return (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType!, await answer.Content.ReadAsStringAsync(Cancel));
    }

    private static byte[] Packed(byte[] body)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(body);
        }

        return packed.ToArray();
    }

    /// <summary>A body whose length nobody can know beforehand.</summary>
    private sealed class OneByteStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
