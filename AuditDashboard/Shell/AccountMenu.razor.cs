using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Shell;

public sealed partial class AccountMenu
{
    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private IStringLocalizer<ShellText> Text { get; set; } = default!;

    private string ReturnUrl => "/" + Navigation.ToBaseRelativePath(Navigation.Uri);

    private static bool IsOn(string culture) => CultureInfo.CurrentUICulture.Name == culture;
}
