using System.Security.Cryptography;
using System.Text;

namespace AuditDashboard.Reminders.Calendars;

/// <summary><c>GET /calendar/{token}.ics</c> (http-api.md section 3): whoever knows the address reads; an unknown or revoked one is not found.</summary>
internal static class CalendarEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/calendar/{token}.ics", AnswerAsync).AllowAnonymous().ExcludeFromDescription();

    private static async Task AnswerAsync(HttpContext context, string token, CalendarFeedQuery feeds, NoteReading reading)
    {
        var cancel = context.RequestAborted;
        var (request, response) = (context.Request, context.Response);
        if (await feeds.FindAsync(token, cancel) is not { } feed)
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await reading.HandleAsync(feed, context, cancel);
        var bytes = Encoding.UTF8.GetBytes(CalendarFile.Write(await feeds.RunAsync(feed, cancel)));
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes)[..16])}\"";
        (response.Headers.ETag, response.Headers.CacheControl) = (tag, "private, max-age=300");
        if (request.Headers.IfNoneMatch.Any(offered => offered is not null && offered.Split(',').Any(one => one.Trim() is var known && (known == "*" || known == tag || known == $"W/{tag}"))))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        (response.ContentType, response.ContentLength) = ("text/calendar; charset=utf-8", bytes.Length);
        await response.Body.WriteAsync(bytes, cancel);
    }
}
