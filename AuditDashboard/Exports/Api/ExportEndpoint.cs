using AuditDashboard.Access;
using AuditDashboard.Exports.Formats;
using AuditDashboard.Exports.Writing;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;

namespace AuditDashboard.Exports.Api;

/// <summary>
/// <c>GET /api/v1/exports/{events|sessions|bookings}</c> (http-api.md section 3), for keys with scope <c>read</c>; a key with a branch takes that
/// branch out. An answer that breaks off is cut on the connection, so that no client takes half for the whole.
/// </summary>
internal static class ExportEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/v1/exports/{what}", AnswerAsync).RequireKey("read");

    private static async Task AnswerAsync(HttpContext context, CallingBot bot, WriteExport write, NoteExport note, IAccessJournal journal, SalonClock clock)
    {
        var cancel = context.RequestAborted;
        if (context.Request.RouteValues["what"] is not string what || !ExportOrder.Whats.Contains(what))
        {
            await Problem.WriteAsync(context.Response, "not-found");
            return;
        }

        if (Read(context.Request.Query, what, bot.Branch, clock) is not { } order)
        {
            await Problem.WriteAsync(context.Response, "query", "format is csv, jsonl or json; dialect is excel-ru or rfc4180; from and to are dates or instants");
            return;
        }

        await journal.WriteAsync("export.made", what, null, cancel);
        Head(context.Response, order);
        long rows = 0;
        var result = "cancelled";
        try
        {
            await write.HandleAsync(order, context.Response.Body, written => rows = written, cancel);
            result = "done";
        }
        finally
        {
            await note.HandleAsync($"key:{bot.KeyId}", order, rows, result);
        }
    }

    private static ExportOrder? Read(IQueryCollection query, string what, string? branch, SalonClock clock) =>
        ExportFormat.Of(QueryFields.Text(query, "format"), QueryFields.Text(query, "dialect")) is { } format
        && QueryFields.TryMoment(query, "from", clock, out var from) && QueryFields.TryMoment(query, "to", clock, out var to)
            ? new ExportOrder(what, format, new ExportFilter(
                from, to, QueryFields.Text(query, "channel"), branch ?? QueryFields.Text(query, "branch"), null,
                QueryFields.Text(query, "outcome"), QueryFields.Text(query, "q")))
            : null;

    private static void Head(HttpResponse response, ExportOrder order)
    {
        response.ContentType = order.Format.MediaType;
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentDisposition = $"attachment; filename=\"{order.What}.{order.Format.Format}\"";
    }
}
