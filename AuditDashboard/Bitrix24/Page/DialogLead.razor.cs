using AuditDashboard.Foundation;
using AuditDashboard.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Bitrix24.Page;

/// <summary>The lead of a dialog in the portal: stage, sum, who is responsible, whether all was delivered.</summary>
public sealed partial class DialogLead : LivePage
{
    private DialogLeadView? _lead;
    private Guid _shown;

    [Parameter, EditorRequired] public Guid SessionId { get; set; }

    [Inject] private DialogLeadQuery Query { get; set; } = default!;
    [Inject] private Pulse<BitrixChanged> Changed { get; set; } = default!;
    [Inject] private IStringLocalizer<Bitrix24Text> Text { get; set; } = default!;

    protected override void OnInitialized() => Refresh(Changed, _ => true, ReadAsync);

    protected override async Task OnParametersSetAsync()
    {
        if (_shown != SessionId)
        {
            _shown = SessionId;
            await ReadAsync();
        }
    }

    private async Task ReadAsync() => _lead = await Query.RunAsync(SessionId, Leaving);
}
