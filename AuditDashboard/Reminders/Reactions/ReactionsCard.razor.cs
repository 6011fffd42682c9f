using System.Globalization;
using AuditDashboard.Foundation;
using AuditDashboard.Kpi;
using AuditDashboard.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Reminders.Reactions;

/// <summary>K18 on the page of bookings; follows the numbers.</summary>
public sealed partial class ReactionsCard : LivePage
{
    private ReactionsView? _shown;
    private (bool IsRead, string? Branch) _read;

    /// <summary>Code; null = all that the viewer may see.</summary>
    [Parameter] public string? Branch { get; set; }

    [Inject] private ReactionsQuery Query { get; set; } = default!;
    [Inject] private Pulse<KpiChanged> Changed { get; set; } = default!;
    [Inject] private IStringLocalizer<RemindersText> Text { get; set; } = default!;

    protected override void OnInitialized() => Refresh(Changed, _ => true, ReadAsync);

    protected override async Task OnParametersSetAsync()
    {
        if (_read != (true, Branch))
        {
            await ReadAsync();
        }
    }

    private async Task ReadAsync() => (_shown, _read) = (await Query.RunAsync(Branch, Leaving), (true, Branch));

    private static IEnumerable<(KpiNumber Number, Share Share)> StepsOf(KpiDetails.TrialFunnel trials) =>
    [
        (KpiNumber.Trials, new Share(trials.Booked, trials.Booked, 1, null, null)), (KpiNumber.TrialsReminded, trials.Reminded), (KpiNumber.TrialsReacted, trials.Reacted),
        (KpiNumber.TrialsCame, trials.Came), (KpiNumber.TrialsBought, trials.Bought),
    ];

    private static string Width(double share) => string.Create(CultureInfo.InvariantCulture, $"{Math.Clamp(share, 0, 1) * 100:0.#}%");
}
