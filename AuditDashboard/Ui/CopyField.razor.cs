using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;

namespace AuditDashboard.Ui;

/// <summary>A value to take away: an address, a key, a command.</summary>
public sealed partial class CopyField
{
    private bool _copied;

    /// <summary>Of the input; unique on the page.</summary>
    [Parameter, EditorRequired] public string Id { get; set; } = "";

    [Parameter, EditorRequired] public string Label { get; set; } = "";

    [Parameter, EditorRequired] public string Value { get; set; } = "";

    [Inject] private IJSRuntime Js { get; set; } = default!;
    [Inject] private IStringLocalizer<UiText> Text { get; set; } = default!;

    private async Task CopyAsync()
    {
        try
        {
            await Js.InvokeVoidAsync("navigator.clipboard.writeText", Value);
            _copied = true;
        }
        catch (JSException)
        {
            // The browser forbids it (no https): the value stays selectable.
            _copied = false;
        }
    }
}
