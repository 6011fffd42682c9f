using AuditDashboard.Settings;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Digest.Page;

/// <summary>When the digest leaves, and whether alarms are told.</summary>
public sealed partial class DigestForm
{
    private TimeOnly _at;
    private bool _alarms;
    private int _most;
    private string? _problem;

    [Inject] private ISettings Settings { get; set; } = default!;
    [Inject] private ISettingChoice Choice { get; set; } = default!;
    [Inject] private IStringLocalizer<DigestText> Text { get; set; } = default!;

    protected override void OnInitialized() => Show();

    private void Show() => (_at, _alarms, _most) = (Settings.Digest.At, Settings.Digest.Alarms, Settings.Digest.MostAlarmsAnHour);

    private async Task SaveAsync() => _problem = await Choice.SaveAsync(new DigestSettings(_at, _alarms, _most), () => InvokeAsync(ShowAgain));

    private void ShowAgain()
    {
        Show();
        StateHasChanged();
    }
}
