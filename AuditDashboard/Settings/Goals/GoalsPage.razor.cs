using AuditDashboard.Settings.Editing;
using AuditDashboard.Settings.Store;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Settings.Goals;

/// <summary>Цели: how fast an answer should be, how often, and when a dialog is over.</summary>
public sealed partial class GoalsPage
{
    private int _seconds;
    private int _percents;
    private double? _idleHours;
    private string? _problem;

    [Inject] private ISettings Settings { get; set; } = default!;
    [Inject] private SettingEditor Editor { get; set; } = default!;
    [Inject] private IStringLocalizer<SettingsText> Text { get; set; } = default!;

    protected override void OnInitialized() => Show();

    private void Show() =>
        (_seconds, _percents, _idleHours) = (Settings.Goals.ResponseMs / 1000, (int)Math.Round(Settings.Goals.ResponseShare * 100), Settings.Goals.IdleHours);

    private async Task SaveAsync()
    {
        if (_seconds is < 1 or > 60 || _percents is < 1 or > 100 || _idleHours is < 1 or > 72)
        {
            _problem = Editor.Refuse("goal.range");
            return;
        }

        _problem = await Editor.SaveAsync(Sections.Goals, Settings.Goals, new GoalSettings(_seconds * 1000, _percents / 100d, _idleHours), () => InvokeAsync(ShowAgain));
    }

    private void ShowAgain()
    {
        Show();
        StateHasChanged();
    }
}
