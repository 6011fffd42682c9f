using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Channels.Connect;

/// <summary>The third step: the key, once, and a program that uses it.</summary>
public sealed partial class SecretStep
{
    private string? _tongue;

    [Parameter, EditorRequired] public string Kind { get; set; } = "";

    [Parameter, EditorRequired] public string Address { get; set; } = "";

    [Parameter, EditorRequired] public string Secret { get; set; } = "";

    [Parameter] public EventCallback OnNext { get; set; }

    [Inject] private IStringLocalizer<ConnectText> Text { get; set; } = default!;

    private bool IsKey => Kind == Connection.ByKey;

    private IReadOnlyList<string> Tongues => Snippets.TonguesOf(Kind);

    private string Tongue => _tongue ?? Tongues[0];

    private string Code => Snippets.Of(Kind, Tongue, Address, Secret, Text["TrialText"]);
}
