using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Ui;

/// <summary>Why somebody wants to see what is covered: one press for the usual reasons, own words for others. The answer goes into the access journal.</summary>
public sealed partial class ReasonForm
{
    /// <summary>Characters own words have at least.</summary>
    public const int Shortest = 5;

    private static readonly string[] Reasons = ["ReasonCall", "ReasonBooking", "ReasonComplaint", "ReasonCheck"];
    private string _own = "";

    [Parameter, EditorRequired] public string Question { get; set; } = "";

    /// <summary>Told the reason, in the viewer's words.</summary>
    [Parameter] public EventCallback<string> OnReason { get; set; }

    [Inject] private IStringLocalizer<UiText> Text { get; set; } = default!;

    private Task SendAsync() => _own.Trim().Length < Shortest ? Task.CompletedTask : OnReason.InvokeAsync(_own.Trim());
}
