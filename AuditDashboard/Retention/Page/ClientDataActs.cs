using AuditDashboard.Foundation;
using AuditDashboard.Retention.Dossier;
using AuditDashboard.Retention.Erasure;
using AuditDashboard.Retention.Holds;
using AuditDashboard.Ui;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace AuditDashboard.Retention.Page;

/// <summary>What an owner does about one person's data; everything asks for a typed reason.</summary>
internal sealed class ClientDataActs(ErasureDesk desk, ChangeHolds holds, SubjectRequests requests, IDialogService dialogs, SalonClock clock, IStringLocalizer<RetentionText> text)
{
    /// <summary>False in <c>Done</c> when the viewer changed their mind.</summary>
    public async Task<(bool Done, Refusal? Refusal)> EraseAsync(Guid client, string basis, CancellationToken cancel)
    {
        var reason = await ConfirmDialog.AskAsync(dialogs, text["EraseTitle"], text["EraseText"], text["Erase"], AskErasure.ShortestReason);
        return reason is null ? (false, null) : (true, await desk.AskAsync(client, basis, reason, cancel));
    }

    /// <param name="dialog">Null = everything of the client.</param>
    public async Task<(bool Done, Refusal? Refusal)> HoldAsync(Guid client, Guid? dialog, CancellationToken cancel)
    {
        var reason = await ConfirmDialog.AskAsync(dialogs, text["HoldTitle"], text["HoldText"], text["Hold"], ChangeHolds.ShortestReason);
        return reason is null ? (false, null) : (true, await holds.PlaceAsync(dialog is null ? "client" : "dialog", dialog ?? client, reason, cancel));
    }

    public Task<Refusal?> LiftAsync(Guid hold, CancellationToken cancel) => holds.LiftAsync(hold, cancel);

    public Task NoteRequestAsync(Guid client, CancellationToken cancel) => requests.NoteAsync(client, clock.Today, cancel);

    public Task CloseRequestAsync(Guid request, CancellationToken cancel) => requests.CloseAsync(request, cancel);
}
