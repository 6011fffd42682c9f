using System.Text.Json;
using AuditDashboard.Access;
using AuditDashboard.Events;
using AuditDashboard.Foundation;

namespace AuditDashboard.Reminders.Api;

/// <summary><c>GET /api/v1/bookings</c> (scope <c>read</c>) and <c>PATCH /api/v1/bookings/{id}</c> (scope <c>admin</c>), http-api.md section 8.</summary>
internal static class BookingsEndpoint
{
    private const int Most = 1000;
    private const int LongestBody = 64 * 1024;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/bookings", ListAsync).RequireKey("read");
        routes.MapPatch("/api/v1/bookings/{id}", MarkAsync).RequireKey("admin");
    }

    private static async Task ListAsync(HttpContext context, CallingBot bot, BookingsQuery bookings, SalonClock clock)
    {
        var query = context.Request.Query;
        if (!QueryFields.TryNumber(query, "after", 0, out var after) || !QueryFields.TryNumber(query, "limit", 100, out var asked)
            || !QueryFields.TryMoment(query, "from", clock, out var from) || !QueryFields.TryMoment(query, "to", clock, out var to) || after > int.MaxValue)
        {
            await Problem.WriteAsync(context.Response, "query");
            return;
        }

        var limit = (int)Math.Clamp(asked, 1, Most);
        var filter = new BookingsFilter(from, to, bot.Branch ?? QueryFields.Text(query, "branch"), QueryFields.Text(query, "status"));
        var page = await bookings.RunAsync(filter, (int)after, limit + 1, context.RequestAborted);
        await using var json = Begin(context.Response);
        json.WriteStartObject();
        json.WriteStartArray("bookings"u8);
        foreach (var view in page.Take(limit))
        {
            BookingJson.Write(json, view);
        }

        json.WriteEndArray();
        json.WritePropertyName("next"u8);
        JsonSerializer.Serialize(json, page.Count > limit ? after + limit : (long?)null);
        json.WriteEndObject();
    }

    private static async Task MarkAsync(HttpContext context, string id, CallingBot bot, BookingsQuery bookings, TellBooking telling, IAccessJournal journal)
    {
        var cancel = context.RequestAborted;
        if (await ReadFactAsync(context.Request, cancel) is not { } fact)
        {
            await Problem.WriteAsync(context.Response, "validation", "fact: attended | no_show");
            return;
        }

        if (await bookings.FindAsync(id, bot.Bot, cancel) is not { } view || (bot.Branch is not null && view.Booking.Branch != bot.Branch))
        {
            await Problem.WriteAsync(context.Response, "not-found");
            return;
        }

        await journal.WriteAsync("booking.marked", view.Booking.Key, fact, cancel);
        if (await telling.HandleAsync(view.Booking, fact == "attended" ? EventTypes.BookingAttended : EventTypes.BookingNoShow, null, bot.KeyId, cancel) is { } refusal)
        {
            await Problem.WriteAsync(context.Response, refusal.Code is "busy" or "storage" ? refusal.Code : "validation", retryAfterSeconds: refusal.Code is "busy" ? 1 : null);
            return;
        }

        await using var json = Begin(context.Response);
        BookingJson.Write(json, (await bookings.FindAsync(view.Booking.Key, null, cancel))!);
    }

    /// <summary>Null where the body is not <c>{"fact": "attended" | "no_show"}</c>.</summary>
    private static async Task<string?> ReadFactAsync(HttpRequest request, CancellationToken cancel)
    {
        if (request.ContentLength > LongestBody)
        {
            return null;
        }

        try
        {
            using var document = await JsonDocument.ParseAsync(request.Body, default, cancel);
            return document.RootElement is { ValueKind: JsonValueKind.Object } body && body.TryGetProperty("fact", out var fact) && fact.ValueKind == JsonValueKind.String
                && fact.GetString() is "attended" or "no_show" ? document.RootElement.GetProperty("fact").GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Utf8JsonWriter Begin(HttpResponse response)
    {
        response.ContentType = "application/json";
        response.Headers.CacheControl = "no-store";
        return new Utf8JsonWriter(response.BodyWriter, Problem.Json);
    }
}
