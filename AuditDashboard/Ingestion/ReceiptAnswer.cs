using System.Buffers;
using System.Text.Json;
using AuditDashboard.Foundation;
using static AuditDashboard.Ingestion.IngestReceipt;

namespace AuditDashboard.Ingestion;

/// <summary>Answers a call of section 2 of http-api.md: per event, in order; problem+json where nothing was stored and something was refused.</summary>
public static class ReceiptAnswer
{
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? _json;

    public static Task WriteAsync(HttpResponse response, IngestReceipt receipt)
    {
        if (receipt.Refusal is { } refusal)
        {
            return Problem.WriteAsync(response, refusal.Code, retryAfterSeconds: refusal.Code == "storage" ? 5 : 1);
        }

        var status = StatusOf(receipt);
        response.StatusCode = status;
        response.ContentType = status < 300 ? "application/json" : Problem.MediaType;
        var body = Render(receipt, status);
        response.ContentLength = body.Length;
        response.BodyWriter.Write(body);
        return Task.CompletedTask;
    }

    private static int StatusOf(IngestReceipt receipt)
    {
        if (receipt.Count(Verdict.Accepted) > 0)
        {
            return StatusCodes.Status202Accepted;
        }

        if (receipt.Items.Count == 0 || receipt.Count(Verdict.Duplicate) > 0)
        {
            return StatusCodes.Status200OK;
        }

        return receipt.Count(Verdict.Rejected) > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status409Conflict;
    }

    private static ReadOnlySpan<byte> Render(IngestReceipt receipt, int status)
    {
        var buffer = _buffer ??= new ArrayBufferWriter<byte>(1024);
        var json = _json ??= new Utf8JsonWriter(buffer, Problem.Json);
        buffer.ResetWrittenCount();
        json.Reset(buffer);
        json.WriteStartObject();
        if (status >= 300)
        {
            WriteProblem(json, receipt, status);
        }

        json.WriteNumber("accepted"u8, receipt.Count(Verdict.Accepted));
        json.WriteNumber("duplicates"u8, receipt.Count(Verdict.Duplicate));
        json.WriteNumber("rejected"u8, receipt.Count(Verdict.Rejected));
        if (receipt.Count(Verdict.Conflict) is > 0 and var conflicts)
        {
            json.WriteNumber("conflicts"u8, conflicts);
        }

        json.WriteStartArray("events"u8);
        for (var i = 0; i < receipt.Items.Count; i++)
        {
            WriteItem(json, receipt.Items[i]);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan;
    }

    private static void WriteProblem(Utf8JsonWriter json, IngestReceipt receipt, int status)
    {
        var code = receipt.Items.FirstOrDefault(item => item.Verdict == Verdict.Rejected).Code ?? "conflict";
        json.WriteString("type"u8, $"/problems/{code}");
        json.WriteString("title"u8, Problem.TitleOf(code));
        json.WriteNumber("status"u8, status);
        if (receipt.Items is [{ Errors: { } errors }])
        {
            WriteErrors(json, errors);
        }
    }

    private static void WriteItem(Utf8JsonWriter json, Item item)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, item.Id);
        json.WriteString("status"u8, item.Verdict switch
        {
            Verdict.Accepted => "accepted"u8,
            Verdict.Duplicate => "duplicate"u8,
            Verdict.Conflict => "conflict"u8,
            _ => "rejected"u8,
        });
        if (item.Seq > 0)
        {
            json.WriteNumber("seq"u8, item.Seq);
        }

        if (item.Code is { Length: > 0 } code)
        {
            json.WriteStartObject("problem"u8);
            json.WriteString("type"u8, $"/problems/{code}");
            json.WriteString("title"u8, Problem.TitleOf(code));
            if (item.Errors is { } errors)
            {
                WriteErrors(json, errors);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteErrors(Utf8JsonWriter json, IReadOnlyDictionary<string, string[]> errors)
    {
        json.WriteStartObject("errors"u8);
        foreach (var (pointer, words) in errors)
        {
            json.WriteStartArray(pointer);
            foreach (var word in words)
            {
                json.WriteStringValue(word);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
