using AuditDashboard.Access;
using AuditDashboard.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Settings.Index;

/// <summary>Leads to every page of settings that the viewer may open.</summary>
public sealed partial class SettingsPage
{
    private Viewer? _viewer;

    [Inject] private IEnumerable<SettingsLink> Links { get; set; } = default!;
    [Inject] private ICurrentViewer Viewers { get; set; } = default!;
    [Inject] private IStringLocalizerFactory Words { get; set; } = default!;
    [Inject] private IStringLocalizer<SettingsText> Text { get; set; } = default!;

    protected override async Task OnInitializedAsync() => _viewer = await Viewers.GetAsync();
}
