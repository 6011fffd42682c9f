using AuditDashboard.Conversations.Clients;
using AuditDashboard.Foundation;
using AuditDashboard.Ui;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace AuditDashboard.Conversations.ClientPages;

/// <summary>Asks before two people become one or two, names both, and offers the way back.</summary>
internal sealed class MergeDialog(MergeClients merging, IDialogService dialogs, IStringLocalizer<ClientText> text)
{
    /// <summary>How long the way back is offered, in milliseconds.</summary>
    private const int UndoOffered = 8_000;

    public async Task<bool> ConfirmAsync(ClientCandidate other, ClientView view)
    {
        var (joined, into) = (NameOf(other.Name, other.Phone.Length > 0 ? other.Phone : other.Address), NameOf(view.Name, view.Phones is [var phone, ..] ? phone : null));
        return await ConfirmDialog.AskAsync(dialogs, text["MergeTitle"], text["MergeText", joined, into], text["Merge"]) is not null;
    }

    public async Task<bool> ConfirmSeparationAsync(ClientView.Merge merge, string heading) =>
        await ConfirmDialog.AskAsync(dialogs, text["SeparateTitle"], text["SeparateText", NameOf(merge.OtherName, merge.OtherAddress), heading], text["Separate"]) is not null;

    // A change that has begun is not given up when the viewer leaves.
    public Task<Outcome<bool>> MergeAsync(ClientId from, ClientId into) => merging.HandleAsync(from, into, CancellationToken.None);

    public Task<Outcome<bool>> SeparateAsync(ClientId from, ClientId into) => merging.UndoAsync(from, into, CancellationToken.None);

    public void OfferUndo(ISnackbar snackbars, Func<Task> undo) => snackbars.Add(text["Merged"].Value, Severity.Success, options =>
    {
        options.VisibleStateDuration = UndoOffered;
        options.Action = text["Undo"];
        options.OnClick = _ => undo();
    });

    private string NameOf(string? name, string? contact) => string.Join(", ", new[] { name ?? text["Nameless"].Value, contact?.Replace(' ', '\u00A0') }.OfType<string>());
}
