using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Channels.Connect;

/// <summary>A fresh key or secret, and where it has to go.</summary>
public sealed partial class SecretOnce
{
    [Parameter, EditorRequired] public string Secret { get; set; } = "";

    [Parameter, EditorRequired] public string Kind { get; set; } = "";

    [Parameter] public string? EndpointId { get; set; }

    [Parameter] public EventCallback OnSaved { get; set; }

    [Inject] private PublicAddress Addresses { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;
    [Inject] private IStringLocalizer<ConnectText> Text { get; set; } = default!;

    private bool IsKey => Kind == Connection.ByKey;

    private string Command => Snippets.Of(Kind, Snippets.Curl, Addresses.Of(Navigation.BaseUri, EndpointId), Secret, "");
}
