using System.Globalization;
using System.Text.Json;
using AuditDashboard.Access;
using AuditDashboard.Foundation;

namespace AuditDashboard.Ingestion.Quarantine;

/// <summary><c>/api/v1/quarantine</c> (http-api.md section 8), for keys with scope <c>admin</c>.</summary>
internal sealed class QuarantineEndpoints(IApiKeys keys, QuarantineQuery query, RetryQuarantined retry)
{
    private const int Most = 1000;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/quarantine", ListAsync).ShortCircuit();
        routes.MapPost("/api/v1/quarantine/{id:long}/retry", RetryAsync).ShortCircuit();
    }

    private async Task ListAsync(HttpContext context)
    {
        if (!await AdmitAsync(context, "quarantine.read", null))
        {
            return;
        }

        if (!TryNumber(context.Request.Query["after"], 0, out var after) || !TryNumber(context.Request.Query["limit"], 100, out var limit))
        {
            await Problem.WriteAsync(context.Response, "query");
            return;
        }

        var size = (int)Math.Clamp(limit, 1, Most);
        var items = await query.RunAsync(after, size + 1, context.RequestAborted);
        context.Response.ContentType = "application/json";
        context.Response.Headers.CacheControl = "no-store";
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter, Problem.Json);
        json.WriteStartObject();
        json.WriteStartArray("items"u8);
        foreach (var item in items.Take(size))
        {
            Write(json, item);
        }

        json.WriteEndArray();
        json.WritePropertyName("next"u8);
        JsonSerializer.Serialize(json, items.Count > size ? items[size - 1].Id : (long?)null);
        json.WriteEndObject();
    }

    private async Task RetryAsync(HttpContext context)
    {
        var subject = (string)context.Request.RouteValues["id"]!;
        if (!await AdmitAsync(context, "quarantine.retried", subject))
        {
            return;
        }

        var id = long.Parse(subject, CultureInfo.InvariantCulture);
        var outcome = await retry.HandleAsync(id, context.RequestAborted);
        if (outcome.Succeeded)
        {
            await ReceiptAnswer.WriteAsync(context.Response, new IngestReceipt(outcome.Value));
            return;
        }

        await Problem.WriteAsync(context.Response, outcome.Refusal.Code, retryAfterSeconds: outcome.Refusal.Code is "busy" or "storage" ? 5 : null);
    }

    private async Task<bool> AdmitAsync(HttpContext context, string action, string? subject)
    {
        if (await ApiKeyGate.AdmitAsync(context, keys, "admin") is not { } bot)
        {
            return false;
        }

        // The journal reads from here who is calling.
        context.Features.Set(bot);
        await context.RequestServices.GetRequiredService<IAccessJournal>().WriteAsync(action, subject, null, context.RequestAborted);
        return true;
    }

    private static void Write(Utf8JsonWriter json, QuarantinedItem item)
    {
        json.WriteStartObject();
        json.WriteNumber("id"u8, item.Id);
        json.WriteString("endpoint"u8, item.Endpoint);
        json.WriteString("bot"u8, item.Bot);
        json.WriteString("key"u8, item.KeyId);
        json.WriteString("receivedAt"u8, item.ReceivedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        json.WriteNumber("times"u8, item.Times);
        json.WriteString("reason"u8, item.Code);
        json.WritePropertyName("errors"u8);
        JsonSerializer.Serialize(json, item.Errors, QuarantineJson.Options);
        json.WriteString("body"u8, item.Text);
        json.WriteNumber("size"u8, item.Size);
        json.WriteEndObject();
    }

    private static bool TryNumber(string? text, long absent, out long number)
    {
        number = absent;
        return string.IsNullOrEmpty(text) || long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
