using AuditDashboard.Conversations.Browse;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Conversations;

/// <summary>The tags of a session: outcome, complaint, escalation, a person in the talk.</summary>
public sealed partial class SessionTags
{
    [Parameter, EditorRequired] public SessionSummary Session { get; set; } = default!;

    /// <summary>Only the most pressing one.</summary>
    [Parameter] public bool Foremost { get; set; }

    [Inject] private IStringLocalizer<DialogsText> Text { get; set; } = default!;

    private IEnumerable<SessionTag> Tags => SessionTag.Of(Session).Take(Foremost ? 1 : int.MaxValue);
}
