using AuditDashboard.Foundation;
using AuditDashboard.Ui;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Kpi.Tiles;

/// <summary>What waits for a person: clients who were left alone in the period, and what other capabilities ask to look at.</summary>
internal sealed partial class AttentionQuery(
    IKpiDrillDown rows, IEnumerable<AttentionItem> others, IServiceProvider services, SalonClock clock, IStringLocalizer<OverviewText> text, ILogger<AttentionQuery> logger)
{
    private static readonly (KpiNumber Number, string? Label, string Key, Tone Tone)[] Left =
    [
        (KpiNumber.Missed, "complaint", "AttentionComplaints", Tone.Bad),
        (KpiNumber.EscalationsLost, null, "AttentionEscalations", Tone.Warn),
        (KpiNumber.Missed, "unanswered", "AttentionUnanswered", Tone.Warn),
        (KpiNumber.Missed, "call", "AttentionCalls", Tone.Warn),
    ];

    public async Task<IReadOnlyList<Attention>> RunAsync(PlaceQuery.Seen seen, CancellationToken cancel)
    {
        List<Attention> found = [];
        foreach (var (number, label, key, tone) in Left)
        {
            var page = await rows.RunAsync(new IKpiDrillDown.Request(seen.Filter, number, label, Take: 1), cancel);
            if (page.Rows is [var latest, ..])
            {
                found.Add(new Attention(page.Count, text[key], text["AttentionLast", Dates.Ago(clock, latest.At)], tone, seen.Place.Rows(number, label)));
            }
        }

        foreach (var item in others.Where(item => item.IsFor(seen.Viewer.Role)).OrderBy(item => item.Order))
        {
            if (await ReadAsync(item, cancel) is { Count: > 0 } waits)
            {
                found.Add(waits);
            }
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
