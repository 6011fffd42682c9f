using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace AuditDashboard.Tests.Support;

/// <summary>
/// OpenAI's two protocols, whole and streaming. The model's name decides what goes wrong: <c>limited</c> answers 429, <c>slow</c> waits after the first
/// piece of a stream until <see cref="GoOn"/>, <c>broken</c> waits after the second and then breaks off, <c>tools</c> calls two tools.
/// </summary>
internal sealed class FakeOpenAi : IAsyncDisposable
{
    private readonly TaskCompletionSource _goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _callerGone = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private FakeServer _server = null!;

    public string Address => _server.Address;

    public ConcurrentQueue<FakeServer.Call> Calls => _server.Calls;

    /// <summary>Done when a caller hung up before the answer was over.</summary>
    public Task CallerGone => _callerGone.Task;

    public static async Task<FakeOpenAi> StartAsync()
    {
        var fake = new FakeOpenAi();
        fake._server = await FakeServer.StartAsync(fake.AnswerAsync);
        return fake;
    }

    public void GoOn() => _goOn.TrySetResult();

    public ValueTask DisposeAsync()
    {
        GoOn();
        return _server.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context, FakeServer.Call call)
    {
        var path = context.Request.Path.Value!;
        if (path is not ("/v1/chat/completions" or "/v1/responses"))
        {
            await WriteAsync(context, 200, """{"object":"list","data":[{"id":"gpt-5-mini","object":"model"}]}""");
            return;
        }

        var asked = JsonElement.Parse(call.Body);
        var model = asked.GetProperty("model").GetString()!;
        context.Response.Headers["x-request-id"] = "req-1";
        if (model == "limited")
        {
            await WriteAsync(context, 429, """{"error":{"message":"Слишком много","type":"requests","param":null,"code":"rate_limit_exceeded"}}""");
            return;
        }

        var streams = asked.TryGetProperty("stream", out var stream) && stream.ValueKind == JsonValueKind.True;
        var isChat = path == "/v1/chat/completions";
        if (streams)
        {
            await StreamAsync(context, model, isChat ? ChatPieces(model, asked) : ResponsePieces(model));
        }
        else
        {
            await WriteAsync(context, 200, isChat ? Chat(model) : Response(model, "completed", Output));
        }
    }

    private async Task StreamAsync(HttpContext context, string model, IEnumerable<string> pieces)
    {
        context.Response.ContentType = "text/event-stream; charset=utf-8";
        try
        {
            var number = 0;
            foreach (var piece in pieces)
            {
                if (number++ == 1 && model == "slow")
                {
                    await _goOn.Task.WaitAsync(context.RequestAborted);
                }

                if (number == 3 && model == "broken")
                {
                    await _goOn.Task.WaitAsync(context.RequestAborted);
                    context.Abort();
                    return;
                }

                await context.Response.WriteAsync(piece, context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
            }
        }
        catch (OperationCanceledException)
        {
            _callerGone.TrySetResult();
        }
    }

    private static string Chat(string model)
    {
        var message = model == "tools"
            ? """{"role":"assistant","content":null,"tool_calls":[{"id":"a","type":"function","function":{"name":"slots","arguments":"{}"}},{"id":"b","type":"function","function":{"name":"book","arguments":"{}"}}]}"""
            : """{"role":"assistant","content":"Есть в 14:30"}""";
        return $$"""{"id":"chatcmpl-1","object":"chat.completion","created":1795341600,"model":"{{model}}-2026-10","choices":[{"index":0,"message":{{message}},"finish_reason":"{{(model == "tools" ? "tool_calls" : "stop")}}"}],"usage":{"prompt_tokens":812,"completion_tokens":64,"total_tokens":876,"prompt_tokens_details":{"cached_tokens":512},"completion_tokens_details":{"reasoning_tokens":8} } }""";
    }

    private static IEnumerable<string> ChatPieces(string model, JsonElement asked)
    {
        string Piece(string delta, string finish = "null") =>
            $$"""data: {"id":"chatcmpl-2","object":"chat.completion.chunk","created":1795341600,"model":"{{model}}-2026-10","choices":[{"index":0,"delta":{{delta}},"finish_reason":{{finish}}}]}""" + "\n\n";

        yield return Piece("{\"role\":\"assistant\",\"content\":\"\"}");
        yield return Piece("{\"content\":\"Есть \"}");
        yield return Piece("{\"content\":\"в 14:30\"}");
        if (model == "tools")
        {
            yield return Piece("{\"tool_calls\":[{\"index\":0,\"id\":\"a\",\"type\":\"function\",\"function\":{\"name\":\"slots\",\"arguments\":\"\"}}]}");
            yield return Piece("{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"{}\"}}]}");
        }

        yield return Piece("{}", "\"stop\"");
        if (asked.TryGetProperty("stream_options", out _))
        {
            yield return $$"""data: {"id":"chatcmpl-2","object":"chat.completion.chunk","created":1795341600,"model":"{{model}}-2026-10","choices":[],"usage":{"prompt_tokens":10,"completion_tokens":5,"total_tokens":15} }""" + "\n\n";
        }

        yield return "data: [DONE]\n\n";
    }

    private const string Output = """{"type":"message","id":"m","status":"completed","role":"assistant","content":[{"type":"output_text","text":"Есть в 14:30","annotations":[]}]},{"type":"function_call","id":"f","call_id":"c","name":"slots","arguments":"{}","status":"completed"}""";

    private static string Response(string model, string status, string output) =>
        $$"""{"id":"resp_1","object":"response","created_at":1795341600,"status":"{{status}}","error":null,"incomplete_details":null,"model":"{{model}}-2026-10","output":[{{output}}],"usage":{{(status == "completed" ? """{"input_tokens":20,"input_tokens_details":{"cached_tokens":4},"output_tokens":7,"output_tokens_details":{"reasoning_tokens":2},"total_tokens":27}""" : "null")}}}""";

    private static IEnumerable<string> ResponsePieces(string model)
    {
        string Piece(string type, string members) => $$"""event: {{type}}""" + "\n" + $$"""data: {"type":"{{type}}",{{members}}}""" + "\n\n";

        yield return Piece("response.created", $"\"sequence_number\":0,\"response\":{Response(model, "in_progress", "")}");
        yield return Piece("response.output_text.delta", "\"sequence_number\":1,\"item_id\":\"m\",\"output_index\":0,\"content_index\":0,\"delta\":\"Есть \",\"logprobs\":[]");
        yield return Piece("response.output_text.delta", "\"sequence_number\":2,\"item_id\":\"m\",\"output_index\":0,\"content_index\":0,\"delta\":\"в 14:30\",\"logprobs\":[]");
        yield return Piece("response.completed", $"\"sequence_number\":3,\"response\":{Response(model, "completed", Output)}");
    }

    private static Task WriteAsync(HttpContext context, int status, string json)
    {
        (context.Response.StatusCode, context.Response.ContentType) = (status, "application/json");
        return context.Response.WriteAsync(json, context.RequestAborted);
    }
}
