using System.Buffers;
using System.Text.Json;

namespace AuditDashboard.Relay.Telegram;

/// <summary>Telegram's own way to say no (channels.md section 1.5): libraries of bots understand nothing else.</summary>
internal static class BotApiError
{
    public static ReadOnlyMemory<byte> Of(int status, string words)
    {
        var buffer = new ArrayBufferWriter<byte>(128);
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteBoolean("ok"u8, false);
        json.WriteNumber("error_code"u8, status);
        json.WriteString("description"u8, words);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    public static async Task WriteAsync(HttpResponse response, int status, ReadOnlyMemory<byte> error)
    {
        response.StatusCode = status;
        response.ContentType = "application/json";
        response.ContentLength = error.Length;
        await response.Body.WriteAsync(error, response.HttpContext.RequestAborted);
    }
}
