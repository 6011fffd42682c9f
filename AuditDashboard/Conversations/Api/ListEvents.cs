using System.Text.Json;
using AuditDashboard.Access;
using AuditDashboard.Events;
using AuditDashboard.Foundation;

namespace AuditDashboard.Conversations.Api;

/// <summary><c>GET /api/v1/events</c> (http-api.md section 3), for keys with scope <c>read</c>; a key with a branch sees that branch.</summary>
internal sealed class ListEvents(IApiKeys keys, IEventReader reader, IClients clients, SalonClock clock)
{
    private const int FlushBytes = 64 * 1024;

    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/v1/events", HandleAsync).ShortCircuit();

    private async Task HandleAsync(HttpContext context)
    {
        if (await ApiKeyGate.AdmitAsync(context, keys, "read") is not { } bot)
        {
            return;
        }

        if (EventsRequest.Read(context.Request.Query, bot.Branch, clock, out var client) is not { } filter)
        {
            await Problem.WriteAsync(context.Response, "query");
            return;
        }

        var cancel = context.RequestAborted;
        var asked = filter with { Limit = filter.Limit + 1, Clients = client is null ? null : await clients.MembersAsync(client, cancel) };
        await WriteAsync(context.Response, await reader.ListAsync(asked, cancel), filter.Limit, cancel);
    }

    private static async Task WriteAsync(HttpResponse response, IReadOnlyList<StoredEvent> events, int limit, CancellationToken cancel)
    {
        response.ContentType = "application/json";
        response.Headers.CacheControl = "no-store";
        await using var json = new Utf8JsonWriter(response.BodyWriter, Problem.Json);
        json.WriteStartObject();
        json.WriteStartArray("events"u8);
        foreach (var stored in events.Take(limit))
        {
            EventJson.Write(json, stored);
            if (json.BytesPending > FlushBytes)
            {
                await json.FlushAsync(cancel);
                await response.BodyWriter.FlushAsync(cancel);
            }
        }

        json.WriteEndArray();
        if (events.Count > limit)
        {
            json.WriteNumber("next"u8, events[limit - 1].Seq);
        }
        else
        {
            json.WriteNull("next"u8);
        }

        json.WriteEndObject();
    }
}
