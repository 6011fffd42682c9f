using AuditDashboard.Access;
using AuditDashboard.Foundation;
using AuditDashboard.Kpi;
using AuditDashboard.Settings;
using AuditDashboard.Ui;

namespace AuditDashboard.Reminders.Reactions;

/// <summary>Reads K18 from the sums; the funnel of trial lessons for schools, and for whoever has trial lessons.</summary>
internal sealed class ReactionsQuery(IKpiOverviews overviews, ICurrentViewer viewers, ISettings settings, SalonClock clock)
{
    private const int Days = 30;

    public async Task<ReactionsView> RunAsync(string? branch, CancellationToken cancel)
    {
        var viewer = await viewers.GetAsync();
        var (first, tomorrow) = (clock.Today.AddDays(1 - Days), clock.Today.AddDays(1));
        var details = await overviews.DetailsAsync(new KpiFilter(first, tomorrow, branch, Branches: viewer.Branches), cancel);
        var (reactions, trials) = (details.Reactions, details.Trials);
        var where = branch is null ? "" : $"&branch={Uri.EscapeDataString(branch)}";
        return new ReactionsView(
            reactions.Reacted, reactions.P50Ms, ClassesOf(reactions), trials.Booked > 0 || settings.FollowUps.Preset == "school" ? trials : null,
            $"from={Period.Iso(first)}&to={Period.Iso(clock.Today)}{where}");
    }

    private static List<ReactionsView.Class> ClassesOf(KpiDetails.Reminders reactions) =>
    [
        .. ReactionsView.Codes.Select(code => (Code: code, Count: reactions.Classes.FirstOrDefault(known => known.Label == code)?.Count ?? 0))
            .Select(known => new ReactionsView.Class(known.Code, known.Count, reactions.Reacted.N == 0 ? 0 : (double)known.Count / reactions.Reacted.N)),
    ];
}
