using AuditDashboard.Foundation;
using AuditDashboard.Ui;

namespace AuditDashboard.Exports.Files;

/// <summary>Hands out a finished file to the person signed in; a link alone opens nothing.</summary>
internal static class DownloadEndpoint
{
    public static string AddressOf(Guid id) => $"reports/files/{id:N}";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/reports/files/{id:guid}", AnswerAsync).ExcludeFromDescription();

    private static async Task<IResult> AnswerAsync(Guid id, HttpContext context, ChangeFile files, SalonClock clock)
    {
        if (await files.OpenAsync(id, context.RequestAborted) is not var (row, file))
        {
            return Results.NotFound();
        }

        context.Response.Headers.CacheControl = "no-store";
        return Results.Stream(file, row.Order.Format.MediaType, NameOf(row, clock));
    }

    private static string NameOf(ExportFileRow row, SalonClock clock)
    {
        var period = row is { FromAt: { } from, ToAt: { } to } ? $"-{Period.Iso(clock.DateOf(from))}-{Period.Iso(clock.DateOf(to.AddMilliseconds(-1)))}" : "";
        return $"{row.What}{period}.{row.Format}";
    }
}
