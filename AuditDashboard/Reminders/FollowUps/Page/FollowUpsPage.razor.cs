using AuditDashboard.Reminders.Presets;
using AuditDashboard.Settings;
using AuditDashboard.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Reminders.FollowUps.Page;

/// <summary>Настройки → Повторные сообщения: whether the salon speaks first, in which words, and of which class.</summary>
public sealed partial class FollowUpsPage
{
    private FollowUpDraft _draft = new();
    private IReadOnlyList<DateTime?> _hours = [];
    private string? _problem;

    [Inject] private ISettings Settings { get; set; } = default!;
    [Inject] private ISettingChoice Choice { get; set; } = default!;
    [Inject] private PresetList Presets { get; set; } = default!;
    [Inject] private FollowUpPreview Preview { get; set; } = default!;
    [Inject] private IStringLocalizer<FollowUpsText> Text { get; set; } = default!;

    protected override void OnInitialized()
    {
        Read();
        _hours = Preview.Hours();
    }

    private void Read() => _draft = FollowUpDraft.Of(Settings.FollowUps, Presets.Of(PresetList.Usual)!);

    private void Show() => _problem = null;

    private string HourOf(int step) => _hours[step] is { } hour ? Text["Hour", Dates.Day(DateOnly.FromDateTime(hour)), hour.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture)] : Text["HourNone"];

    private async Task SaveAsync() => _problem = await Choice.SaveAsync(_draft.ToSettings(), () => InvokeAsync(ShowAgain));

    private void ShowAgain()
    {
        Read();
        StateHasChanged();
    }
}
