using Microsoft.AspNetCore.Components;

namespace AuditDashboard.Ui;

/// <summary>The parts that capabilities contribute to a page.</summary>
public sealed partial class PageParts
{
    [Parameter, EditorRequired] public string Page { get; set; } = "";

    [Inject] private IEnumerable<PagePart> Parts { get; set; } = default!;
}
