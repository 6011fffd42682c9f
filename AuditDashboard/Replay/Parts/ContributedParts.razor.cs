using AuditDashboard.Ui;
using Microsoft.AspNetCore.Components;

namespace AuditDashboard.Replay.Parts;

/// <summary>Shows what other capabilities contribute to a dialog's lead.</summary>
public sealed partial class ContributedParts
{
    [Parameter, EditorRequired] public Guid SessionId { get; set; }

    [Inject] private IEnumerable<InspectorPart> Parts { get; set; } = default!;

    private Dictionary<string, object> Given => new() { ["SessionId"] = SessionId };
}
