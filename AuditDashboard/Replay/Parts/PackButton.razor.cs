using AuditDashboard.Access;
using AuditDashboard.Evidence;
using AuditDashboard.Foundation;
using AuditDashboard.Ui;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AuditDashboard.Replay.Parts;

/// <summary>«Выписка для спора»: an owner says why, and gets the dialog as a file that can be checked without us.</summary>
public sealed partial class PackButton
{
    private const int ReasonLength = 10;
    private bool _mayTake;

    [Parameter, EditorRequired] public SessionId SessionId { get; set; }

    [Parameter, EditorRequired] public DialogWords Words { get; set; } = default!;

    [Inject] private IDisputePacks Packs { get; set; } = default!;
    [Inject] private ICurrentViewer Viewers { get; set; } = default!;
    [Inject] private IDialogService Dialogs { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;
    [Inject] private ISnackbar Snackbar { get; set; } = default!;

    protected override async Task OnInitializedAsync() => _mayTake = (await Viewers.GetAsync()).IsOwner;

    private async Task TakeAsync()
    {
        if (await ConfirmDialog.AskAsync(Dialogs, Words["Pack"], Words["PackText"], Words["PackTake"], ReasonLength) is not { } reason)
        {
            return;
        }

        var ordered = await Packs.OrderAsync(SessionId, reason, CancellationToken.None);
        if (ordered.Succeeded)
        {
            // A download: the page stays, and with it the circuit.
            Navigation.NavigateTo(ordered.Value, forceLoad: true);
        }
        else
        {
            Snackbar.Add(Words["PackRefused"], Severity.Warning);
        }
    }
}
