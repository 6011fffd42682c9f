using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace AuditDashboard.Tests.Support;

/// <summary>
/// Telegram's Bot API as channels.md section 1.5 has it: messages get numbers, errors come in its envelope with the status of their code. What the chat is
/// called decides what goes wrong: 403 is a client who blocked the bot, 429 one that hears too much, 500 a broken server; 600 never answers.
/// </summary>
internal sealed class FakeBotApi : IAsyncDisposable
{
    public const string Token = "700000777:AAF-fake_token_of_a_bot_000000000000";
    public const int Date = 1795341602;

    private readonly BlockingQueue _updates = new();
    private FakeServer _server = null!;
    private int _messages = 100;
    private int _polls;

    public string Address => _server.Address;

    public ConcurrentQueue<FakeServer.Call> Calls => _server.Calls;

    public static async Task<FakeBotApi> StartAsync()
    {
        var api = new FakeBotApi();
        api._server = await FakeServer.StartAsync(api.AnswerAsync);
        return api;
    }

    /// <summary>Bots that wait for updates at this moment.</summary>
    public int Polls => _polls;

    /// <summary>An update for whoever polls next.</summary>
    public void Push(string update) => _updates.Add(update);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context, FakeServer.Call call)
    {
        var path = context.Request.Path.Value!;
        if (path.StartsWith($"/file/bot{Token}/", StringComparison.Ordinal))
        {
            context.Response.ContentType = "audio/ogg";
            await context.Response.Body.WriteAsync(new byte[300_000], context.RequestAborted);
            return;
        }

        if (!path.StartsWith($"/bot{Token}/", StringComparison.Ordinal))
        {
            await FailAsync(context, 404, "Not Found");
            return;
        }

        var fields = await FieldsAsync(context.Request, call);
        await AnswerAsync(context, path[(path.LastIndexOf('/') + 1)..].ToLowerInvariant(), fields);
    }

    private async Task AnswerAsync(HttpContext context, string method, Dictionary<string, string> fields)
    {
        var chat = fields.GetValueOrDefault("chat_id", "0");
        if (chat == "600")
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        }

        var task = (method, chat) switch
        {
            (_, "403") => FailAsync(context, 403, "Forbidden: bot was blocked by the user"),
            (_, "429") => FailAsync(context, 429, "Too Many Requests: retry after 3", ",\"parameters\":{\"retry_after\":3}"),
            (_, "500") => FailAsync(context, 500, "Internal Server Error"),
            ("getupdates", _) => PollAsync(context, fields),
            ("getme", _) => SucceedAsync(context, "{\"id\":700000777,\"is_bot\":true,\"first_name\":\"Salon\",\"username\":\"salon_bot\"}"),
            ("getfile", _) => SucceedAsync(context, "{\"file_id\":\"f\",\"file_unique_id\":\"u\",\"file_path\":\"voice/file_1.oga\"}"),
            ("copymessage", _) => SucceedAsync(context, $$"""{"message_id":{{Next()}}}"""),
            ("sendmediagroup", _) => SucceedAsync(context, $"[{Message(chat, Photo)},{Message(chat, Photo)}]"),
            ("sendphoto", _) => SucceedAsync(context, Message(chat, Photo + Caption(fields))),
            ("sendvoice", _) => SucceedAsync(context, Message(chat, "\"voice\":{\"file_id\":\"v-1\",\"duration\":4,\"mime_type\":\"audio/ogg\"}" + Caption(fields))),
            ("senddocument", _) => SucceedAsync(context, Message(chat, "\"document\":{\"file_id\":\"d-1\",\"mime_type\":\"application/pdf\"}" + Caption(fields))),
            ("sendmessage", _) => SucceedAsync(context, Message(chat, Text(fields))),
            ("editmessagetext", _) => SucceedAsync(context, Message(chat, $"\"edit_date\":{Date + 5}," + Text(fields), fields.GetValueOrDefault("message_id"))),
            _ => SucceedAsync(context, "true"),
        };
        await task;
    }

    private async Task PollAsync(HttpContext context, Dictionary<string, string> fields)
    {
        var seconds = int.Parse(fields.GetValueOrDefault("timeout", "0"), System.Globalization.CultureInfo.InvariantCulture);
        Interlocked.Increment(ref _polls);
        var updates = await _updates.TakeAsync(TimeSpan.FromSeconds(seconds), context.RequestAborted);
        Interlocked.Decrement(ref _polls);
        await SucceedAsync(context, $"[{string.Join(',', updates)}]");
    }

    private int Next() => Interlocked.Increment(ref _messages);

    private string Message(string chat, string content, string? number = null)
    {
        var type = chat.StartsWith('-') ? "supergroup" : "private";
        return $$"""{"message_id":{{number ?? $"{Next()}"}},"from":{"id":700000777,"is_bot":true,"first_name":"Salon"},"chat":{"id":{{chat}},"type":"{{type}}","first_name":"Анна"},"date":{{Date}},{{content}}}""";
    }

    private const string Photo = "\"photo\":[{\"file_id\":\"p-1\",\"width\":90,\"height\":90},{\"file_id\":\"p-2\",\"width\":900,\"height\":900}]";

    private static string Text(Dictionary<string, string> fields) => $"\"text\":{JsonSerializer.Serialize(fields.GetValueOrDefault("text", ""))}";

    private static string Caption(Dictionary<string, string> fields) =>
        fields.TryGetValue("caption", out var caption) ? $",\"caption\":{JsonSerializer.Serialize(caption)}" : "";

    private static Task SucceedAsync(HttpContext context, string result) => WriteAsync(context, 200, $$"""{"ok":true,"result":{{result}}}""");

    private static Task FailAsync(HttpContext context, int code, string words, string more = "") =>
        WriteAsync(context, code, $$"""{"ok":false,"error_code":{{code}},"description":"{{words}}"{{more}}}""");

    private static Task WriteAsync(HttpContext context, int status, string json)
    {
        (context.Response.StatusCode, context.Response.ContentType) = (status, "application/json");
        return context.Response.WriteAsync(json, context.RequestAborted);
    }

    private static async Task<Dictionary<string, string>> FieldsAsync(HttpRequest request, FakeServer.Call call)
    {
        var fields = request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
        request.Body = new MemoryStream(call.Body);
        var read = request.HasFormContentType ? (await request.ReadFormAsync()).Select(pair => KeyValuePair.Create(pair.Key, pair.Value.ToString()))
            : call.Body.Length > 0 && request.ContentType?.StartsWith("application/json", StringComparison.Ordinal) == true
                ? JsonElement.Parse(call.Body).EnumerateObject().Select(member => KeyValuePair.Create(member.Name, member.Value.ToString()))
                : [];
        foreach (var (name, value) in read)
        {
            fields[name] = value;
        }

        return fields;
    }

    /// <summary>Updates that wait, or whoever waits for them.</summary>
    private sealed class BlockingQueue
    {
        private readonly System.Threading.Channels.Channel<string> _waiting = System.Threading.Channels.Channel.CreateUnbounded<string>();

        public void Add(string update) => _waiting.Writer.TryWrite(update);

        public async Task<List<string>> TakeAsync(TimeSpan most, CancellationToken cancel)
        {
            using var late = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            late.CancelAfter(most);
            List<string> updates = [];
            try
            {
                if (most > TimeSpan.Zero)
                {
                    await _waiting.Reader.WaitToReadAsync(late.Token);
                }
            }
            catch (OperationCanceledException)
            {
                return updates;
            }

            while (_waiting.Reader.TryRead(out var update))
            {
                updates.Add(update);
            }

            return updates;
        }
    }
}
