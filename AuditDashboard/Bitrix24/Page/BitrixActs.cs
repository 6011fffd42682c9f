using AuditDashboard.Bitrix24.Connect;
using AuditDashboard.Bitrix24.Portal;
using AuditDashboard.Foundation;
using AuditDashboard.Ui;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace AuditDashboard.Bitrix24.Page;

/// <summary>What can be done on the page; asks before something is left out or taken away.</summary>
internal sealed class BitrixActs(ChangeDelivery change, ConnectPortal connect, SendTestLead test, PortalStore store, IDialogService dialogs, IStringLocalizer<Bitrix24Text> text)
{
    private const int ReasonLength = 3;

    public Task<Refusal?> EnterAsync(string address, CancellationToken cancel) => connect.EnterAsync(address, cancel);

    public Task<Refusal?> CheckAsync(CancellationToken cancel) => connect.CheckAsync(cancel);

    public Task<Outcome<string>> TestAsync(CancellationToken cancel) => test.HandleAsync(cancel);

    public Task<Refusal?> RetryAsync(DeliveryView delivery, CancellationToken cancel) => change.RetryAsync(delivery, cancel);

    public Task<Refusal?> RetryAllAsync(CancellationToken cancel) => change.RetryAllAsync(cancel);

    public Task<Refusal?> FixAsync(DeliveryView delivery, string field, string value, CancellationToken cancel) => change.FixAsync(delivery, field, value, cancel);

    /// <summary>Null too when the viewer changed their mind.</summary>
    public async Task<Refusal?> SkipAsync(DeliveryView delivery, CancellationToken cancel) =>
        await ConfirmDialog.AskAsync(dialogs, text["SkipTitle"], text[delivery.Kind == "lead" ? "SkipLeadText" : "SkipText"], text["Skip"], ReasonLength) is { } reason
            ? await change.SkipAsync(delivery, reason, cancel) : null;

    public async Task<Refusal?> DisconnectAsync(CancellationToken cancel) =>
        await ConfirmDialog.AskAsync(dialogs, text["DisconnectTitle"], text["DisconnectText"], text["Disconnect"]) is not null ? await connect.DisconnectAsync(cancel) : null;

    public Task<Refusal?> SaveAsync(MappingView mapping, CancellationToken cancel)
    {
        var settings = store.Current?.Settings ?? new PortalSettings();
        var stages = new Dictionary<string, string>(mapping.LeadStages);
        settings = settings with
        {
            Comments = mapping.Comments, Duplicates = mapping.Duplicates, Target = mapping.Target, TakesPayments = mapping.TakesPayments, Sources = mapping.Sources, Fields = mapping.Fields,
            BookingResource = mapping.BookingResource,
        };
        return connect.ChangeAsync(store.Current?.Wants(2) == true ? settings with { DealStages = stages } : settings with { LeadStages = stages }, cancel);
    }
}
