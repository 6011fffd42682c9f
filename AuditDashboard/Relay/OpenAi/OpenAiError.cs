using System.Buffers;
using System.Text.Json;

namespace AuditDashboard.Relay.OpenAi;

/// <summary>OpenAI's own way to say no, which its clients turn into their exceptions.</summary>
internal static class OpenAiError
{
    public static async Task WriteAsync(HttpResponse response, int status, string code, string words)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartObject("error"u8);
            json.WriteString("message"u8, words);
            json.WriteString("type"u8, status < 500 ? "invalid_request_error" : "server_error");
            json.WriteNull("param"u8);
            json.WriteString("code"u8, code);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        response.StatusCode = status;
        response.ContentType = "application/json";
        response.ContentLength = buffer.WrittenCount;
        await response.Body.WriteAsync(buffer.WrittenMemory, response.HttpContext.RequestAborted);
    }
}
