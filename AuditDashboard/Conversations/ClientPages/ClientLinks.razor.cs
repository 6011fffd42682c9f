using AuditDashboard.Access;
using AuditDashboard.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Conversations.ClientPages;

/// <summary>What other capabilities have to say about a client.</summary>
public sealed partial class ClientLinks
{
    private IReadOnlyList<ClientLink> _shown = [];

    /// <summary>Id of the record.</summary>
    [Parameter, EditorRequired] public string Client { get; set; } = "";

    [Inject] private IEnumerable<ClientLink> Links { get; set; } = default!;
    [Inject] private ICurrentViewer Viewers { get; set; } = default!;
    [Inject] private IStringLocalizerFactory Words { get; set; } = default!;
    [Inject] private IStringLocalizer<ClientText> Text { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        var viewer = await Viewers.GetAsync();
        _shown = [.. Links.Where(link => link.IsFor(viewer.Role)).OrderBy(link => link.Order)];
    }
}
