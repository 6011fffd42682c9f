using AuditDashboard.Foundation;
using AuditDashboard.Ui;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Kpi.Tiles;

/// <summary>What waits for a person: clients who were left alone in the period, and what other capabilities ask to look at.</summary>
internal sealed partial class AttentionQuery(
    IKpiDrillDown rows, IEnumerable<AttentionItem> others, IServiceProvider services, SalonClock clock, IStringLocalizer<OverviewText> text, ILogger<AttentionQuery> logger)
{
    public async Task<IReadOnlyList<Attention>> RunAsync(PlaceQuery.Seen seen, CancellationToken cancel)
    {
        List<Attention> found = [];
        foreach (var item in others.Where(item => item.IsFor(seen.Viewer.Role)).OrderBy(item => item.Order))
        {
            if (await ReadAsync(item, cancel) is { Count: > 0 } waits)
            {
                found.Add(waits);
            }
        }

        var left = await rows.RunAsync(new IKpiDrillDown.Request(seen.Filter, KpiNumber.Missed, "unanswered", Take: 1), cancel);
        if (left.Rows is [var latest, ..])
        {
            found.Add(new Attention(left.Count, text["AttentionUnanswered"], text["AttentionLast", Dates.Ago(clock, latest.At)], Tone.Warn, seen.Place.Rows(KpiNumber.Missed, "unanswered")));
        }

        return found;
    }

    // One that cannot be read must not take the page with it.
    private async Task<Attention?> ReadAsync(AttentionItem item, CancellationToken cancel)
    {
        try
        {
            return await item.Read(services, cancel);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            LogUnread(logger, problem);
            return null;
        }
    }

    [LoggerMessage(EventId = 3051, Level = LogLevel.Error, Message = "An item of the attention strip could not be read")]
    private static partial void LogUnread(ILogger logger, Exception problem);
}
