using AuditDashboard.Access;
using AuditDashboard.Foundation;
using AuditDashboard.Settings.Store;
using AuditDashboard.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Settings.Editing;

/// <summary>Who changed a section last, and when; follows every change.</summary>
public sealed partial class SectionStamp : LivePage
{
    private (DateTimeOffset At, string? By)? _changed;
    private string? _name;

    [Parameter, EditorRequired] public string Section { get; set; } = "";

    [Inject] private SettingsStore Store { get; set; } = default!;
    [Inject] private IPeople People { get; set; } = default!;
    [Inject] private Pulse<SettingsChanged> Changed { get; set; } = default!;
    [Inject] private IStringLocalizer<SettingsText> Text { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        Refresh(Changed, _ => true, ReadAsync);
        await ReadAsync();
    }

    private async Task ReadAsync()
    {
        _changed = await Store.ChangedAsync(Section, Leaving);
        _name = _changed?.By is { } by ? await People.NameAsync(by, Leaving) : null;
    }
}
