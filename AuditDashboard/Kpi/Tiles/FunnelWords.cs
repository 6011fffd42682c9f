using AuditDashboard.Ui;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Kpi.Tiles;

/// <summary>K13 in words: how many came so far, how many did not, and mostly why.</summary>
internal sealed class FunnelWords(IStringLocalizer<OverviewText> text, KpiPlace place)
{
    /// <summary>Steps that only some salons report: without any they say nothing.</summary>
    private static readonly KpiNumber[] Optional = [KpiNumber.FunnelPaid, KpiNumber.FunnelRepeated];

    public IReadOnlyList<FunnelList.Step> Steps(KpiOverview numbers) =>
    [
        .. numbers.Funnel.Where(step => step.Count > 0 || !Optional.Contains(step.Number))
            .Select(step => new FunnelList.Step(text[$"Step{step.Number}"], step.Count, Note(step), place.Rows(step.Number))),
    ];

    private string? Note(KpiOverview.Step step)
    {
        if (step.Lost == 0)
        {
            return null;
        }

        var why = step.MainReason is { } reason ? text["MostlyWhy", CodeWords.Reason(text, reason).ToLowerInvariant()] : text[$"Left{step.Number}"];
        return $"−{Formats.Count(step.Lost)} · {why}" + (step.Skipped > 0 ? text["Skipped", Formats.Count(step.Skipped)] : "");
    }
}
