using System.Text;
using System.Text.Json;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Channels.Sending.Emulators;

/// <summary>Section 1.5: numbers messages, takes every repeat for a new message, has its own envelope for errors with the status of their code.</summary>
internal sealed class TelegramService : IEmulatedService
{
    private const string Token = "700000777:CANARY-telegram-token-0001";

    public string Kind => "telegram";

    public string Channel => "telegram";

    public (string Member, string Value)[] Members => [("Secret", "CANARY-telegram-hook-0001"), ("BotToken", Token)];

    public string Client => "tg:700000101";

    public (int Status, string Body) Answer(FakeServer.Call call, Emulator.Book book)
    {
        if (call.Target.Split('/') is not [_, var bot, var method] || call.Method != "POST")
        {
            return Error(404, "Not Found");
        }

        if (bot != $"bot{Token}")
        {
            return Error(401, "Unauthorized");
        }

        var body = JsonElement.Parse(call.Body);
        return method switch
        {
            "sendMessage" => Send(body, book),
            "answerCallbackQuery" or "editMessageReplyMarkup" => (200, """{"ok":true,"result":true}"""),
            _ => Error(404, "Not Found"),
        };
    }

    public Fault Limited(int seconds) =>
        Fault.Of(429, $$$"""{"ok":false,"error_code":429,"description":"Too Many Requests: retry after {{{seconds}}}","parameters":{"retry_after":{{{seconds}}}}}""");

    private static (int Status, string Body) Send(JsonElement body, Emulator.Book book)
    {
        var (chat, text) = (body.GetProperty("chat_id").GetInt64(), body.GetProperty("text").GetString()!);
        if (text.Length is 0 or > 4096)
        {
            return Error(400, text.Length == 0 ? "Bad Request: message text is empty" : "Bad Request: message is too long");
        }

        if (Buttons(body).Any(button => Encoding.UTF8.GetByteCount(button.GetProperty("callback_data").GetString()!) is 0 or > 64))
        {
            return Error(400, "Bad Request: BUTTON_DATA_INVALID");
        }

        var (number, _) = book.Add($"tg:{chat}", text);
        return (200, $$$"""{"ok":true,"result":{"message_id":{{{1209 + number}}},"chat":{"id":{{{chat}}},"type":"private"},"date":1795165200,"text":{{{JsonSerializer.Serialize(text)}}}}}""");
    }

    private static IEnumerable<JsonElement> Buttons(JsonElement body) =>
        body.TryGetProperty("reply_markup", out var markup) ? markup.GetProperty("inline_keyboard").EnumerateArray().SelectMany(row => row.EnumerateArray()) : [];

    private static (int Status, string Body) Error(int code, string words) => (code, $$"""{"ok":false,"error_code":{{code}},"description":"{{words}}"}""");
}
