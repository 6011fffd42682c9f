using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace AuditDashboard.Foundation;

/// <summary>Answers an expected "no" as <c>application/problem+json</c> (RFC 9457) with a stable type <c>/problems/&lt;code&gt;</c>.</summary>
public static class Problem
{
    public static readonly string MediaType = "application/problem+json";

    /// <summary>For JSON that no browser reads as HTML: Cyrillic stays readable.</summary>
    public static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private static readonly Dictionary<string, (int Status, string Title)> Known = new(StringComparer.Ordinal)
    {
        ["json"] = (400, "The body is not JSON"),
        ["encoding"] = (400, "The body is not valid UTF-8 or gzip"),
        ["header"] = (400, "A header is missing or malformed"),
        ["query"] = (400, "A query parameter is malformed"),
        ["request"] = (400, "The request is malformed"),
        ["unauthorized"] = (401, "The key is missing or wrong"),
        ["bad-signature"] = (401, "The secret or signature does not match"),
        ["signature-expired"] = (401, "The signature is more than five minutes off"),
        ["handshake"] = (403, "The verification token does not match"),
        ["forbidden"] = (403, "The secret does not match"),
        ["scope"] = (403, "The key does not have the scope this needs"),
        ["not-found"] = (404, "There is no such thing"),
        ["method"] = (405, "This address does not take that method"),
        ["conflict"] = (409, "The same id was used before with another body"),
        ["held"] = (409, "Something is in the way that a person must settle first"),
        ["paused"] = (410, "The endpoint is switched off"),
        ["too-large"] = (413, "The body is too large"),
        ["media-type"] = (415, "The Content-Type or Content-Encoding is not taken here"),
        ["validation"] = (422, "The content was understood and refused"),
        ["too-many-events"] = (422, "Too many events in one request"),
        ["unknown-body"] = (422, "The body is not in a format this endpoint reads"),
        ["rate"] = (429, "Too many events from this key"),
        ["log-broken"] = (500, "The log is not what was signed before; nothing is signed until a person looks"),
        ["internal"] = (500, "Something broke on our side"),
        ["bot-unreachable"] = (502, "The bot behind this address could not be reached"),
        ["busy"] = (503, "The queue is full"),
        ["storage"] = (503, "The log cannot be written at the moment"),
        ["bot-late"] = (504, "The bot behind this address did not answer in time"),
    };

    public static int StatusOf(string code) => Known[code].Status;

    public static string TitleOf(string code) => Known[code].Title;

    /// <param name="code">One of the stable codes.</param>
    /// <param name="detail">What to do, in words for a bot's author. Never the refused value.</param>
    /// <param name="retryAfterSeconds">For 429 and 503.</param>
    public static async Task WriteAsync(HttpResponse response, string code, string? detail = null, int? retryAfterSeconds = null)
    {
        var (status, title) = Known[code];
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer, Json))
        {
            json.WriteStartObject();
            json.WriteString("type"u8, $"/problems/{code}");
            json.WriteString("title"u8, title);
            json.WriteNumber("status"u8, status);
            if (detail is not null)
            {
                json.WriteString("detail"u8, detail);
            }

            json.WriteEndObject();
        }

        Head(response, status, retryAfterSeconds);
        response.ContentLength = buffer.WrittenCount;
        await response.BodyWriter.WriteAsync(buffer.WrittenMemory, response.HttpContext.RequestAborted);
    }

    private static void Head(HttpResponse response, int status, int? retryAfterSeconds)
    {
        response.StatusCode = status;
        response.ContentType = MediaType;
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        if (retryAfterSeconds is { } seconds)
        {
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        if (status == StatusCodes.Status413PayloadTooLarge)
        {
            response.Headers.Connection = "close";
        }
    }
}
