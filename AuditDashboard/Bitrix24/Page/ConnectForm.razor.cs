using AuditDashboard.Bitrix24.Connect;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace AuditDashboard.Bitrix24.Page;

/// <summary>Connects a portal, asks it what it is, and says what is right and what is to be done.</summary>
public sealed partial class ConnectForm
{
    private string _address = "";

    [Parameter] public PortalView? Portal { get; set; }

    [Parameter] public IReadOnlyList<PortalCheck> Checks { get; set; } = [];

    [Parameter] public bool IsBusy { get; set; }

    [Parameter] public EventCallback<string> OnEnter { get; set; }

    [Parameter] public EventCallback OnCheck { get; set; }

    [Parameter] public EventCallback OnTest { get; set; }

    [Parameter] public EventCallback OnDisconnect { get; set; }

    [Inject] private IStringLocalizer<Bitrix24Text> Text { get; set; } = default!;

    private static string IconOf(string tone) => tone switch
    {
        "good" => Icons.Material.Outlined.CheckCircle, "warn" => Icons.Material.Outlined.Info, _ => Icons.Material.Outlined.ErrorOutline,
    };

    private string WordsOf(PortalCheck check) => check switch
    {
        { Tone: not "good" } => Text[$"CheckDo_{check.Key}", check.Detail],
        { Key: "mode" } => Text[check.Detail == "2" ? "ModeSimple" : "ModeClassic"],
        _ => Text[$"CheckOk_{check.Key}", check.Detail] is { ResourceNotFound: false } told ? told : check.Detail,
    };

    // The address is a secret: it is in this field as long as it is typed, and nowhere else.
    private async Task EnterAsync()
    {
        var typed = _address;
        _address = "";
        await OnEnter.InvokeAsync(typed);
    }
}
