using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Bitrix24.Page;

/// <summary>Something the portal does not take: why, and what can be done.</summary>
public sealed partial class DeadLine
{
    private bool _fixing;
    private string _field = "";
    private string _value = "";

    [Parameter, EditorRequired] public DeliveryView Delivery { get; set; } = default!;

    [Parameter] public bool MayAct { get; set; }

    [Parameter] public bool IsOwner { get; set; }

    [Parameter] public EventCallback OnRetry { get; set; }

    [Parameter] public EventCallback OnSkip { get; set; }

    [Parameter] public EventCallback<Fix> OnFix { get; set; }

    [Inject] private IStringLocalizer<Bitrix24Text> Text { get; set; } = default!;

    /// <param name="Field">The portal's name of the field.</param>
    public sealed record Fix(string Field, string Value);

    private Task FixAsync()
    {
        _fixing = false;
        return OnFix.InvokeAsync(new Fix(_field.Trim(), _value.Trim()));
    }
}
