using AuditDashboard.Conversations.Consents;
using AuditDashboard.Foundation;
using AuditDashboard.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Conversations.ClientPages;

/// <summary>Writes down by hand what a client agreed to or took back, with the reason.</summary>
public sealed partial class ConsentForm
{
    private string _purpose = ConsentPurposes.ByHand[0];
    private string _reason = "";
    private string? _problem;
    private int _done;

    [Parameter, EditorRequired] public ClientId Client { get; set; }

    [Parameter] public EventCallback OnChanged { get; set; }

    [Inject] private ChangeConsent Change { get; set; } = default!;
    [Inject] private IStringLocalizer<ClientText> Text { get; set; } = default!;

    private async Task ChangeAsync(bool isGrant)
    {
        // A change that has begun is not given up when the viewer leaves.
        var refusal = await Change.HandleAsync(Client, _purpose, isGrant, _reason, CancellationToken.None);
        _problem = refusal is null ? null : RefusalWords.Of(Text, refusal);
        if (refusal is null)
        {
            (_reason, _done) = ("", _done + 1);
            await OnChanged.InvokeAsync();
        }
    }
}
