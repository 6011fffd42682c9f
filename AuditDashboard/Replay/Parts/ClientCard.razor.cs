using AuditDashboard.Conversations;
using AuditDashboard.Foundation;
using AuditDashboard.Replay.Reading;
using Microsoft.AspNetCore.Components;

namespace AuditDashboard.Replay.Parts;

/// <summary>Who the client is. The phone leaves the server only after the viewer asked for it and the journal noted it.</summary>
public sealed partial class ClientCard
{
    private const int Shown = 5;

    private SessionId _session;
    private string? _phone;
    private bool _asks;

    [Parameter, EditorRequired] public ReplayedDialog Dialog { get; set; } = default!;

    [Parameter, EditorRequired] public DialogWords Words { get; set; } = default!;

    [Inject] private RevealPhone Revealing { get; set; } = default!;

    private SessionSummary Session => Dialog.Summary;

    protected override void OnParametersSet()
    {
        if (_session != Session.Id)
        {
            (_session, _phone, _asks) = (Session.Id, null, false);
        }
    }

    private void Ask() => _asks = true;

    private async Task RevealAsync(string reason)
    {
        _phone = await Revealing.HandleAsync(Session.Id, reason, CancellationToken.None);
        _asks = false;
    }
}
