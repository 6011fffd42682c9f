using System.Globalization;
using System.Text.Json;
using AuditDashboard.Access;
using AuditDashboard.Foundation;

namespace AuditDashboard.Kpi.Reports;

/// <summary><c>GET /api/v1/kpi</c> (http-api.md section 3), for keys with scope <c>read</c>; a key with a branch reads only that one.</summary>
internal static class KpiEndpoint
{
    private const int DefaultDays = 30;
    private const int MostDays = 3700;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/v1/kpi", AnswerAsync).RequireKey("read");

    private static async Task AnswerAsync(HttpContext context, IKpiReports reports, SalonClock clock)
    {
        if (Read(context, clock) is not { } filter)
        {
            await Problem.WriteAsync(context.Response, "query", $"from and to are dates (2026-10-24), to after from, at most {MostDays} days");
            return;
        }

        var report = await reports.RunAsync(filter, context.RequestAborted);
        context.Response.ContentType = "application/json";
        context.Response.Headers.CacheControl = "no-store";
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter, Problem.Json);
        KpiJson.Write(json, report);
    }

    private static KpiFilter? Read(HttpContext context, SalonClock clock)
    {
        var query = context.Request.Query;
        var to = clock.Today.AddDays(1);
        if (!TryDate(query["to"], ref to))
        {
            return null;
        }

        var from = to.DayNumber > DefaultDays ? to.AddDays(-DefaultDays) : DateOnly.MinValue;
        if (!TryDate(query["from"], ref from) || to <= from || to.DayNumber - from.DayNumber > MostDays)
        {
            return null;
        }

        IReadOnlyCollection<string>? branches = context.Features.Get<CallingBot>()?.Branch is { } own ? [own] : null;
        return new KpiFilter(from, to, Text(query["branch"]), Text(query["channel"]), branches, Text(query["release"]));
    }

    private static bool TryDate(string? text, ref DateOnly date) =>
        string.IsNullOrEmpty(text) || DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    private static string? Text(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
