using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Ui;

/// <summary>All channels, or one; the address is the state (<c>?channel=</c>). Hidden where there is nothing to choose.</summary>
public sealed partial class ChannelSelect
{
    /// <summary>Names as events give them.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<string> Channels { get; set; } = [];

    [Parameter] public string? Value { get; set; }

    [Inject] private NavigationManager Navigation { get; set; } = default!;
    [Inject] private IStringLocalizer<UiText> Text { get; set; } = default!;

    private void Choose(ChangeEventArgs change) =>
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("channel", change.Value is string { Length: > 0 } name ? name : null));
}
