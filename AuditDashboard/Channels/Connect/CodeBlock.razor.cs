using AuditDashboard.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;

namespace AuditDashboard.Channels.Connect;

/// <summary>Several lines of code with a button that copies them.</summary>
public sealed partial class CodeBlock
{
    private string? _copied;

    [Parameter, EditorRequired] public string Code { get; set; } = "";

    [Inject] private IJSRuntime Js { get; set; } = default!;
    [Inject] private IStringLocalizer<UiText> Words { get; set; } = default!;

    private async Task CopyAsync()
    {
        try
        {
            await Js.InvokeVoidAsync("navigator.clipboard.writeText", Code);
            _copied = Code;
        }
        catch (JSException)
        {
            // The browser forbids it (no https): the text stays selectable.
            _copied = null;
        }
    }
}
