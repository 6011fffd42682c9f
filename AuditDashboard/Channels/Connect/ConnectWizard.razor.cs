using AuditDashboard.Channels.Endpoints;
using AuditDashboard.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Channels.Connect;

/// <summary>What, where, with which key, and whether it works. Nothing is made before the key is asked for.</summary>
public sealed partial class ConnectWizard
{
    private const int Last = 4;

    private readonly ConnectDraft _draft = new();
    private ConnectBot.Connected? _connected;
    private string? _problem;
    private int _step = 1;
    private bool _busy;

    [Parameter] public EventCallback OnClose { get; set; }

    [Inject] private ConnectBot Connecting { get; set; } = default!;
    [Inject] private PublicAddress Addresses { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;
    [Inject] private IStringLocalizer<ConnectText> Text { get; set; } = default!;

    private EndpointShape? Shape => EndpointShape.Of(_draft.Kind);

    private bool IsSecretInPath => Shape is { SecretInPath: true };

    private string Address => Addresses.Of(Navigation.BaseUri, _draft.EndpointId);

    /// <summary>With the secret where the kind has it there; known once it is made.</summary>
    private string WholeAddress => IsSecretInPath && _connected is { } connected ? $"{Address}/{connected.Members[EndpointShape.Secret]}" : Address;

    private string MakeKey =>
        _draft.Kind == Connection.ByKey ? "MakeKey" : IsSecretInPath || Shape?.Members.Any(member => member.IsMade) is not true ? "MakeAddress" : "MakeSecret";

    /// <summary>Nobody outside this machine can call such an address.</summary>
    private bool IsLocal => new Uri(Address).IsLoopback;

    private void ToAddress()
    {
        // The same kind keeps its address when the viewer goes back and forth.
        var isSame = _draft.EndpointId?.StartsWith($"{_draft.Kind}-", StringComparison.Ordinal) is true;
        _draft.EndpointId = _draft.Kind == Connection.ByKey ? null : isSame ? _draft.EndpointId : NewEndpoint.IdFor(_draft.Kind);
        (_step, _problem) = (2, null);
    }

    private async Task MakeAsync()
    {
        if (_busy)
        {
            return;
        }

        _busy = true;
        var outcome = await Connecting.HandleAsync(_draft, CancellationToken.None);
        _busy = false;
        _problem = outcome.Succeeded ? null : KindWords.Refusal(outcome.Refusal) ?? RefusalWords.Of(Text, outcome.Refusal);
        if (outcome.Succeeded)
        {
            (_connected, _step) = (outcome.Value, 3);
        }
    }
}
