using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Conversations.Browse;

/// <summary>One dialog in the list.</summary>
public sealed partial class DialogLine
{
    [Parameter, EditorRequired] public SessionSummary Session { get; set; } = default!;

    /// <summary>The branch's name, not its code.</summary>
    [Parameter] public string Branch { get; set; } = "";

    [Inject] private IStringLocalizer<DialogsText> Text { get; set; } = default!;

    private string Below => string.Join(" · ", new[] { Session.LastIntent, Text["Messages", Session.Messages].Value }.OfType<string>());
}
