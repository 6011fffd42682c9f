using System.Buffers;
using System.Globalization;
using System.Text.Json;
using AuditDashboard.Foundation;
using AuditDashboard.Ingestion.Otlp.Reading;

namespace AuditDashboard.Ingestion.Otlp;

/// <summary>Answers in the encoding of the request (standards.md section 3.4): an empty message, a partial success, or a <c>google.rpc.Status</c>.</summary>
internal sealed class OtlpAnswer(HttpResponse response, OtlpEncoding encoding)
{
    public Task SucceedAsync(string rejectedMember, int rejected) => rejected == 0
        ? WriteAsync(StatusCodes.Status200OK, encoding == OtlpEncoding.Json ? "{}"u8.ToArray() : [])
        : WriteAsync(StatusCodes.Status200OK, encoding == OtlpEncoding.Json ? PartialJson(rejectedMember, rejected) : PartialProtobuf(rejected));

    /// <param name="code">The last part of <c>/problems/…</c>: its status and its words are the same as on our other routes.</param>
    public Task RefuseAsync(string code, int? retryAfterSeconds = null)
    {
        if (retryAfterSeconds is { } seconds)
        {
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        if (code is "unauthorized" or "scope")
        {
            response.Headers.WWWAuthenticate = "Bearer realm=\"AuditDashboard\"";
        }
        else if (code is "too-large")
        {
            response.Headers.Connection = "close";
        }

        var words = Problem.TitleOf(code);
        return WriteAsync(Problem.StatusOf(code), encoding == OtlpEncoding.Json ? Json(json => json.WriteString("message"u8, words)) : Protobuf(2, System.Text.Encoding.UTF8.GetBytes(words)));
    }

    private const string PartialWords = "A GenAI item without a valid trace or span id, or one the log refused.";

    private static byte[] PartialJson(string member, int rejected) => Json(json =>
    {
        json.WriteStartObject("partialSuccess"u8);
        json.WriteString(member, rejected.ToString(CultureInfo.InvariantCulture));
        json.WriteString("errorMessage"u8, PartialWords);
        json.WriteEndObject();
    });

    /// <summary>Field 1 of the response: { 1: rejected, 2: words }.</summary>
    private static byte[] PartialProtobuf(int rejected) => Protobuf(1, [0x08, .. Varint(rejected), .. Protobuf(2, System.Text.Encoding.UTF8.GetBytes(PartialWords))]);

    private static byte[] Protobuf(int field, byte[] content) => [(byte)((field << 3) | 2), .. Varint(content.Length), .. content];

    private static List<byte> Varint(int value)
    {
        var bytes = new List<byte>();
        for (var left = (uint)value; ; left >>= 7)
        {
            if (left < 0x80)
            {
                bytes.Add((byte)left);
                return bytes;
            }

            bytes.Add((byte)(left | 0x80));
        }
    }

    private static byte[] Json(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>(128);
        using (var json = new Utf8JsonWriter(buffer, Problem.Json))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private async Task WriteAsync(int status, byte[] body)
    {
        response.StatusCode = status;
        response.ContentType = encoding == OtlpEncoding.Json ? "application/json" : "application/x-protobuf";
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, response.HttpContext.RequestAborted);
    }
}
