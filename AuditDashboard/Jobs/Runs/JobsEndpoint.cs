using System.Globalization;
using System.Text.Json;
using AuditDashboard.Access;
using AuditDashboard.Foundation;

namespace AuditDashboard.Jobs.Runs;

/// <summary><c>GET /api/v1/admin/jobs</c> (http-api.md section 8), for keys with scope <c>admin</c> and an owner's session.</summary>
internal static class JobsEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/v1/admin/jobs", AnswerAsync).RequireKey("admin", orOwner: true);

    private static async Task AnswerAsync(HttpContext context, JobsQuery query, IAccessJournal journal)
    {
        await journal.WriteAsync("jobs.read", null, null, context.RequestAborted);
        var states = await query.RunAsync(context.RequestAborted);
        context.Response.ContentType = "application/json";
        context.Response.Headers.CacheControl = "no-store";
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter, Problem.Json);
        json.WriteStartObject();
        json.WriteStartArray("jobs"u8);
        foreach (var state in states)
        {
            json.WriteStartObject();
            json.WriteString("job"u8, state.Job);
            json.WriteString("group"u8, state.Group);
            json.WriteString("lastRunAt"u8, Utc(state.LastRun?.StartedAt));
            json.WriteString("lastEndedAt"u8, Utc(state.LastRun?.EndedAt));
            json.WriteString("result"u8, state.LastRun?.Result);
            json.WriteString("nextRunAt"u8, Utc(state.NextRunAt));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string? Utc(DateTimeOffset? moment) => moment?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
