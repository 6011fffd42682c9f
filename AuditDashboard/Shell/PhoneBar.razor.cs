using AuditDashboard.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Shell;

public sealed partial class PhoneBar
{
    [Inject] private IEnumerable<NavItem> Items { get; set; } = default!;

    [Inject] private IStringLocalizerFactory Words { get; set; } = default!;

    [Inject] private IStringLocalizer<ShellText> Text { get; set; } = default!;

    [Parameter, EditorRequired] public string Role { get; set; } = "";

    private IEnumerable<NavItem> Shown => Items.Where(item => item.OnPhone && item.IsFor(Role)).OrderBy(item => item.Section).ThenBy(item => item.Order).Take(4);
}
