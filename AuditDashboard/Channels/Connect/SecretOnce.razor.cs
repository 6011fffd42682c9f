using AuditDashboard.Channels.Connect.Guides;
using AuditDashboard.Channels.Endpoints;
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
    [Inject] private TimeProvider Clock { get; set; } = default!;
    [Inject] private IStringLocalizer<ConnectText> Text { get; set; } = default!;

    private bool IsKey => Kind == Connection.ByKey;

    /// <summary>The address is the secret, and goes where the old one stands.</summary>
    private bool IsInPath => EndpointShape.Of(Kind) is { SecretInPath: true };

    private string Title => IsInPath ? KindWords.Get("WholeAddress") : Text[IsKey ? "KeyOnce" : "SecretOnce"];

    private string Address => Addresses.Of(Navigation.BaseUri, EndpointId);

    private WebCall? Register => KindGuide.Of(Kind)
        ?.Calls(new GuideInput(Address, new Dictionary<string, string> { [EndpointShape.Secret] = Secret }, Clock.GetUtcNow()))
        .FirstOrDefault(call => call.Key == WebCall.Register);
}
