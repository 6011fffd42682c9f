using System.Globalization;
using System.Text;
using AuditDashboard.Foundation;

namespace AuditDashboard.Access.Journal;

/// <summary>The journal as a file for a spreadsheet: the filters of the page, and nobody gets more than the page shows them.</summary>
internal static class JournalExport
{
    private const int AtOnce = 500;
    private const int Most = 100_000;
    private static readonly string[] Head = ["seq", "at", "who", "action", "subject", "reason", "address", "device"];

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/access-log/file", AnswerAsync).ExcludeFromDescription();

    public static string AddressOf(JournalFilter filter, string? from, string? to) => "access-log/file?" + string.Join('&', new (string Name, string? Value)[]
    {
        ("who", filter.Who), ("what", filter.Action), ("from", from), ("to", to), ("client", filter.Client),
    }.Where(pair => !string.IsNullOrEmpty(pair.Value)).Select(pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value!)}"));

    private static async Task AnswerAsync(HttpContext context, JournalQuery query, IAccessJournal journal, SalonClock clock)
    {
        var cancel = context.RequestAborted;
        var asked = context.Request.Query;
        if (!QueryFields.TryMoment(asked, "from", clock, out var from) || !QueryFields.TryMoment(asked, "to", clock, out var to))
        {
            await Problem.WriteAsync(context.Response, "query");
            return;
        }

        await journal.WriteAsync("export.made", "access-log", null, cancel);
        var end = to is { } last && DateOnly.TryParse(QueryFields.Text(asked, "to"), CultureInfo.InvariantCulture, out _) ? last.AddDays(1) : to;
        var filter = new JournalFilter(QueryFields.Text(asked, "who"), QueryFields.Text(asked, "what"), from, end, QueryFields.Text(asked, "client"));
        context.Response.ContentType = "text/csv; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.ContentDisposition = "attachment; filename=\"access-log.csv\"";
        await using var writer = new StreamWriter(context.Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        await writer.WriteLineAsync(string.Join(';', Head));
        for (var start = 0; start < Most; start += AtOnce)
        {
            var (lines, _) = await query.RunAsync(filter, start, AtOnce, cancel);
            foreach (var line in lines)
            {
                await writer.WriteLineAsync(Row(line, clock));
            }

            if (lines.Count < AtOnce)
            {
                return;
            }
        }
    }

    private static string Row(JournalLine line, SalonClock clock) => string.Join(';', new[]
    {
        line.Seq.ToString(CultureInfo.InvariantCulture), clock.Local(line.At).ToString("dd.MM.yyyy HH:mm:ss", CultureInfo.InvariantCulture), Cell(line.Who), Cell(line.Action),
        Cell(line.SubjectName ?? line.Subject), Cell(line.Reason), Cell(line.Address), Cell(line.Device),
    });

    /// <summary>Typed reasons are people's words: a spreadsheet must not take them for a formula (OWASP, CSV injection).</summary>
    private static string Cell(string? text)
    {
        var safe = text is { Length: > 0 } && "=+-@\t\r\n".Contains(text.TrimStart(' ')[..1], StringComparison.Ordinal) ? "'" + text : text ?? "";
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
