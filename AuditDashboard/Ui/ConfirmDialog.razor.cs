using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace AuditDashboard.Ui;

/// <summary>Names the object, the effect and the way back before something destructive. Its result is the typed reason, or an empty string.</summary>
public sealed partial class ConfirmDialog
{
    private string _reason = "";

    [CascadingParameter] private IMudDialogInstance Dialog { get; set; } = default!;

    [Parameter, EditorRequired] public string Title { get; set; } = "";

    [Parameter, EditorRequired] public string Consequence { get; set; } = "";

    /// <summary>The verb on the button.</summary>
    [Parameter, EditorRequired] public string Action { get; set; } = "";

    /// <summary>Least length of the reason; 0 = none is asked.</summary>
    [Parameter] public int ReasonLength { get; set; }

    [Inject] private IStringLocalizer<UiText> Text { get; set; } = default!;

    private bool IsReady => _reason.Trim().Length >= ReasonLength;

    /// <summary>Asks, and answers the reason; null when the viewer changed their mind.</summary>
    public static async Task<string?> AskAsync(IDialogService dialogs, string title, string consequence, string action, int reasonLength = 0)
    {
        var parameters = new DialogParameters<ConfirmDialog>
        {
            { dialog => dialog.Title, title },
            { dialog => dialog.Consequence, consequence },
            { dialog => dialog.Action, action },
            { dialog => dialog.ReasonLength, reasonLength },
        };
        var shown = await dialogs.ShowAsync<ConfirmDialog>(title, parameters);
        return await shown.Result is { Canceled: false, Data: string reason } ? reason : null;
    }

    private void Cancel() => Dialog.Cancel();

    private void Confirm() => Dialog.Close(DialogResult.Ok(_reason.Trim()));
}
