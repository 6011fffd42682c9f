using AuditDashboard.Foundation;
using AuditDashboard.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Conversations.Critical;

/// <summary>Критические события: complaints, escalations and missed calls with their deadline and whoever took them on; live. The address is the state.</summary>
public sealed partial class CriticalPage : LivePage
{
    private static readonly string[] Kinds = [CriticalFold.Complaint, CriticalFold.Escalation, CriticalFold.Call];

    private CriticalView? _view;
    private string? _problem;
    private string? _readFrom;

    [SupplyParameterFromQuery(Name = "period")] private string? Preset { get; set; }
    [SupplyParameterFromQuery(Name = "from")] private string? From { get; set; }
    [SupplyParameterFromQuery(Name = "to")] private string? To { get; set; }
    [SupplyParameterFromQuery(Name = "branch")] private string? Branch { get; set; }
    [SupplyParameterFromQuery(Name = "kind")] private string? Kind { get; set; }
    [SupplyParameterFromQuery(Name = "state")] private string? State { get; set; }

    /// <summary>What the prerendered page showed: the circuit begins with it instead of reading again.</summary>
    [PersistentState] public string? Prerendered { get; set; }

    [Inject] private CriticalQuery Query { get; set; } = default!;
    [Inject] private CriticalActs Acts { get; set; } = default!;
    [Inject] private Pulse<SessionsChanged> Changed { get; set; } = default!;
    [Inject] private SalonClock Salon { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;
    [Inject] private IStringLocalizer<CriticalText> Text { get; set; } = default!;

    private Period Chosen => Period.Of(Preset ?? (From is null ? "week" : null), From, To, Salon.Today);

    private string? Known => Kinds.Contains(Kind) ? Kind : null;

    private bool ShowsAll => State == "all";

    protected override void OnInitialized()
    {
        Refresh(Changed, _ => true, ReadAsync);
        if (Carried.Unpack<CriticalView>(Prerendered) is { } shown)
        {
            (_view, _readFrom) = (shown, Navigation.Uri);
        }
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_readFrom != Navigation.Uri)
        {
            await ReadAsync();
            Prerendered = Carried.Pack(_view);
        }
    }

    private async Task ReadAsync()
    {
        _readFrom = Navigation.Uri;
        _view = await Query.RunAsync(Chosen, string.IsNullOrEmpty(Branch) ? null : Branch, Known, ShowsAll, Leaving);
    }

    private async Task ActAsync((CriticalLine Line, CriticalAct Act) asked)
    {
        var refusal = await Acts.RunAsync(asked.Line, asked.Act, () => InvokeAsync(ReadAndShowAsync));
        _problem = refusal is null ? null : RefusalWords.Of(Text, refusal);
        await ReadAsync();
    }

    private async Task ReadAndShowAsync()
    {
        if (!Leaving.IsCancellationRequested)
        {
            await ReadAsync();
            StateHasChanged();
        }
    }

    private string Link(string member, string? value) => Navigation.GetUriWithQueryParameter(member, value);

    private static string? Count(int? waiting) => waiting is > 0 and var count ? Formats.Count(count) : null;
}
