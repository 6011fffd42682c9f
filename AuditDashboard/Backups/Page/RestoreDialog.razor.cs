using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace AuditDashboard.Backups.Page;

/// <summary>Says what comes back, what is lost and what happens then; wants a word typed.</summary>
public sealed partial class RestoreDialog
{
    private string _typed = "";

    [CascadingParameter] private IMudDialogInstance Dialog { get; set; } = default!;

    /// <summary>Whose state comes back, in words.</summary>
    [Parameter, EditorRequired] public string Moment { get; set; } = "";

    [Inject] private IStringLocalizer<BackupsText> Text { get; set; } = default!;

    private bool IsReady => string.Equals(_typed.Trim(), Text["RestoreWord"].Value, StringComparison.OrdinalIgnoreCase);

    private void Cancel() => Dialog.Cancel();

    private void Confirm() => Dialog.Close(DialogResult.Ok(true));
}
