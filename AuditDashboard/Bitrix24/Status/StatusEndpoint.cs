using System.Globalization;
using System.Text.Json;
using AuditDashboard.Access;
using AuditDashboard.Foundation;

namespace AuditDashboard.Bitrix24.Status;

/// <summary><c>GET /api/v1/bitrix24/status</c> (http-api.md section 8), for keys with scope <c>read</c>.</summary>
internal static class StatusEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/v1/bitrix24/status", AnswerAsync).RequireKey("read");

    private static async Task AnswerAsync(HttpContext context, BitrixStatusQuery query)
    {
        var status = await query.RunAsync(context.RequestAborted);
        context.Response.ContentType = "application/json";
        context.Response.Headers.CacheControl = "no-store";
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter, Problem.Json);
        json.WriteStartObject();
        json.WriteString("state"u8, status.State);
        json.WriteString("reason"u8, status.Reason);
        json.WriteNumber("queue"u8, status.Queue);
        if (status.OldestSeconds is { } seconds)
        {
            json.WriteNumber("oldestSeconds"u8, seconds);
        }
        else
        {
            json.WriteNull("oldestSeconds"u8);
        }

        json.WriteNumber("dead"u8, status.Dead);
        json.WriteString("lastSuccessAt"u8, status.LastSuccessAt?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }
}
