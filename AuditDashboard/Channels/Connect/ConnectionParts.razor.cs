using AuditDashboard.Ui;
using Microsoft.AspNetCore.Components;

namespace AuditDashboard.Channels.Connect;

/// <summary>The parts that capabilities contribute to an endpoint's card.</summary>
public sealed partial class ConnectionParts
{
    private Dictionary<string, object> _given = [];

    [Parameter, EditorRequired] public string EndpointId { get; set; } = "";

    [Inject] private IEnumerable<NoticedEndpointPart> Parts { get; set; } = default!;

    protected override void OnParametersSet() => _given = new Dictionary<string, object> { [nameof(EndpointId)] = EndpointId };
}
