using System.Text.Json;
using AuditDashboard.Access;
using AuditDashboard.Events;
using AuditDashboard.Foundation;

namespace AuditDashboard.Conversations.Api;

/// <summary><c>GET /api/v1/sessions</c> and <c>/{sessionId}</c> (http-api.md section 3), for keys with scope <c>read</c>; a key with a branch sees that branch.</summary>
internal sealed class ListSessions(IApiKeys keys, ISessions sessions, IEventReader events, SalonClock clock)
{
    private const int Most = 1000;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/sessions", ListAsync).ShortCircuit();
        routes.MapGet("/api/v1/sessions/{sessionId}", FindAsync).ShortCircuit();
    }

    private async Task ListAsync(HttpContext context)
    {
        if (await ApiKeyGate.AdmitAsync(context, keys, "read") is not { } bot)
        {
            return;
        }

        var query = context.Request.Query;
        if (!QueryFields.TryNumber(query, "after", 0, out var after) || !QueryFields.TryNumber(query, "limit", 100, out var asked)
            || !QueryFields.TryMoment(query, "from", clock, out var from) || !QueryFields.TryMoment(query, "to", clock, out var to) || after > int.MaxValue)
        {
            await Problem.WriteAsync(context.Response, "query");
            return;
        }

        var filter = new SessionFilter(
            from, to, QueryFields.Text(query, "channel"), bot.Branch ?? QueryFields.Text(query, "branch"), null, QueryFields.Text(query, "outcome"), QueryFields.Text(query, "q"));
        var limit = (int)Math.Clamp(asked, 1, Most);
        var page = await sessions.ListAsync(filter, (int)after, limit + 1, context.RequestAborted);
        await using var json = Begin(context.Response);
        json.WriteStartObject();
        json.WriteStartArray("sessions"u8);
        foreach (var session in page.Take(limit))
        {
            json.WriteStartObject();
            SessionJson.Write(json, session);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WritePropertyName("next"u8);
        JsonSerializer.Serialize(json, page.Count > limit ? after + limit : (long?)null);
        json.WriteEndObject();
    }

    private async Task FindAsync(HttpContext context)
    {
        if (await ApiKeyGate.AdmitAsync(context, keys, "read") is not { } bot)
        {
            return;
        }

        var cancel = context.RequestAborted;
        var found = Guid.TryParse(context.Request.RouteValues["sessionId"] as string, out var id) ? await sessions.FindAsync(new SessionId(id), cancel) : null;
        if (found is null || (bot.Branch is not null && found.Branch != bot.Branch))
        {
            await Problem.WriteAsync(context.Response, "not-found");
            return;
        }

        var told = await events.OfSessionAsync(found.Id, cancel);
        await using var json = Begin(context.Response);
        json.WriteStartObject();
        SessionJson.Write(json, found);
        json.WriteStartArray("events"u8);
        foreach (var stored in told)
        {
            EventJson.Write(json, stored);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static Utf8JsonWriter Begin(HttpResponse response)
    {
        response.ContentType = "application/json";
        response.Headers.CacheControl = "no-store";
        return new Utf8JsonWriter(response.BodyWriter, Problem.Json);
    }
}
