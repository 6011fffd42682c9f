using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Conversations.ClientPages;

/// <summary>Phones and channel addresses. A phone leaves the server only after the viewer asked for it and the journal noted it.</summary>
public sealed partial class ClientContacts
{
    private IReadOnlyList<string>? _phones;
    private bool _asks;

    [Parameter, EditorRequired] public ClientView View { get; set; } = default!;

    [Inject] private RevealClientPhones Revealing { get; set; } = default!;
    [Inject] private IStringLocalizer<ClientText> Text { get; set; } = default!;

    private void Ask() => _asks = true;

    private async Task RevealAsync(string reason)
    {
        _phones = await Revealing.HandleAsync(View.Id, reason, CancellationToken.None) is { Count: > 0 } clear ? clear : null;
        _asks = false;
    }
}
