using AuditDashboard.Settings.Editing;
using AuditDashboard.Settings.Store;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Settings.Hours;

/// <summary>Часы работы: of the salon, and of branches that have others.</summary>
public sealed partial class HoursPage
{
    private List<HoursDraft> _drafts = [];
    private string? _problem;

    [Inject] private ISettings Settings { get; set; } = default!;
    [Inject] private SettingEditor Editor { get; set; } = default!;
    [Inject] private IStringLocalizer<SettingsText> Text { get; set; } = default!;

    protected override void OnInitialized() => Show();

    private void Show()
    {
        var hours = Settings.Hours;
        _drafts =
        [
            new HoursDraft { Opens = hours.Usual.Opens, Closes = hours.Usual.Closes },
            .. Settings.Salon.Branches.Select(branch => (branch, Own: hours.Branches.GetValueOrDefault(branch.Code)))
                .Select(pair => new HoursDraft { Branch = pair.branch.Code, Name = pair.branch.Name, Opens = pair.Own?.Opens, Closes = pair.Own?.Closes }),
        ];
    }

    private async Task SaveAsync()
    {
        if (_drafts.Find(draft => !draft.IsSound) is { } wrong)
        {
            _problem = Editor.Refuse("hours.order", wrong.Name ?? Text["HoursUsual"].Value);
            return;
        }

        var wanted = new HoursSettings(_drafts[0].ToDay(), _drafts.Skip(1).Where(draft => !draft.IsEmpty).ToDictionary(draft => draft.Branch!, draft => draft.ToDay()));
        _problem = await Editor.SaveAsync(Sections.Hours, Settings.Hours, wanted, () => InvokeAsync(ShowAgain));
    }

    private void ShowAgain()
    {
        Show();
        StateHasChanged();
    }
}
