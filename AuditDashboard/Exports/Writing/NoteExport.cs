using System.Globalization;
using AuditDashboard.Events;

namespace AuditDashboard.Exports.Writing;

/// <summary>Puts into the log that data left the application: who took what, by which filter, how many rows (<c>export.made</c>).</summary>
internal sealed partial class NoteExport(IEventLog log, TimeProvider time, ILogger<NoteExport> logger)
{
    public static readonly string EventType = "export.made";

    /// <param name="by">Id of a person, <c>key:&lt;id&gt;</c> or <c>schedule:&lt;id&gt;</c>.</param>
    /// <param name="result">done | cancelled | failed; a part may have left even so.</param>
    public async Task HandleAsync(string by, ExportOrder order, long rows, string result)
    {
        var filter = order.Filter;
        var draft = OwnEvent.Draft(EventType, time, new Dictionary<string, string?>
        {
            ["by"] = by, ["what"] = order.What, ["format"] = order.Format.Format, ["dialect"] = order.Format.Format == "csv" ? order.Format.Dialect : null,
            ["from"] = Iso(filter.From), ["to"] = Iso(filter.To), ["branch"] = filter.Branch, ["branches"] = filter.Branches is { } own ? string.Join(' ', own) : null,
            ["channel"] = filter.Channel, ["outcome"] = filter.Outcome, ["phones"] = filter.MasksPhones ? "masked" : "full",
            ["rows"] = rows.ToString(CultureInfo.InvariantCulture), ["result"] = result,
        });
        // Nobody waits any more, and what has left must not go unnoted.
        var appended = await log.AppendAsync([draft], CancellationToken.None);
        if (appended.Succeeded)
        {
            LogMade(order.What, rows, result, by);
        }
        else
        {
            LogUnnoted(order.What, rows, by, appended.Refusal.Code);
        }
    }

    private static string? Iso(DateTimeOffset? moment) => moment?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    [LoggerMessage(EventId = 5200, Level = LogLevel.Information, Message = "Export of {What}: {Rows} rows, {Result}, for {By}")]
    private partial void LogMade(string what, long rows, string result, string by);

    [LoggerMessage(EventId = 5201, Level = LogLevel.Error, Message = "Export of {What}: {Rows} rows for {By} could not be noted in the log: {Reason}")]
    private partial void LogUnnoted(string what, long rows, string by, string reason);
}
