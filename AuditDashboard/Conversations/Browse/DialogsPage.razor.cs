using AuditDashboard.Foundation;
using AuditDashboard.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web.Virtualization;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Conversations.Browse;

/// <summary>Диалоги: the list of dialogs. The address is the state; rows never move by themselves.</summary>
public sealed partial class DialogsPage : LivePage
{
    private static readonly string[] Columns = ["Client", "Channel", "Last", "Outcome", "Response", "Branch", "When"];

    private DialogsFilter _filter = DialogsFilter.Of(null, null, null, null, null);
    private FreshDialogs? _fresh;
    private int _version;
    private bool _started;

    [SupplyParameterFromQuery(Name = "q")] private string? Q { get; set; }
    [SupplyParameterFromQuery(Name = "f")] private string? Outcome { get; set; }
    [SupplyParameterFromQuery(Name = "channel")] private string? Channel { get; set; }
    [SupplyParameterFromQuery(Name = "branch")] private string? Branch { get; set; }
    [SupplyParameterFromQuery(Name = "period")] private string? Preset { get; set; }
    [SupplyParameterFromQuery(Name = "from")] private string? From { get; set; }
    [SupplyParameterFromQuery(Name = "to")] private string? To { get; set; }

    /// <summary>What the prerendered page counted: the circuit begins with it instead of counting again.</summary>
    [PersistentState] public DialogsHead? Head { get; set; }

    [Inject] private DialogsQuery Query { get; set; } = default!;
    [Inject] private Pulse<SessionsChanged> Changed { get; set; } = default!;
    [Inject] private SalonClock Salon { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;
    [Inject] private ILogger<DialogsPage> Log { get; set; } = default!;
    [Inject] private IStringLocalizer<DialogsText> Text { get; set; } = default!;

    private FreshDialogs Fresh => _fresh ??= new FreshDialogs(Query);

    private Period? Period => Preset is null && (From is null || To is null) ? null : Period.Of(Preset, From, To, Salon.Today);

    private string Count => Text[Plural.Of(Head!.Total, "CountOne", "CountFew", "CountMany"), Formats.Count(Head.Total)]
        + (_filter.Period is { } period ? $" · {Dates.Range(period.First, period.Last)}" : "");

    private string Waiting => Text[Plural.Of(Fresh.Waiting, "ShowNewOne", "ShowNewFew", "ShowNewMany"), Formats.Count(Fresh.Waiting)];

    protected override void OnInitialized() => Refresh(Changed, Fresh.Hear, RefreshAsync);

    protected override async Task OnParametersSetAsync()
    {
        var asked = DialogsFilter.Of(Period, Channel, Branch, Outcome, Q);
        var counted = Head is not null && (!_started || asked == _filter);
        (_filter, _started) = (asked, true);
        if (!counted)
        {
            await ReadAgainAsync();
        }
    }

    private async Task ReadAgainAsync()
    {
        var asked = _filter;
        Fresh.Forget();
        var head = await Query.RunAsync(asked, Leaving);
        if (asked == _filter)
        {
            Head = head;
            _version++;
        }
    }

    // An old list that can still be used is better than an error in its place.
    private async Task RefreshAsync()
    {
        try
        {
            if (Head is { Total: > 0 } head)
            {
                await Fresh.ReadAsync(_filter, head.Total, Leaving);
            }
            else
            {
                await ReadAgainAsync();
            }
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            LogStale(Log, problem);
        }
    }

    private async ValueTask<ItemsProviderResult<SessionSummary>> LoadAsync(ItemsProviderRequest request)
    {
        var page = await Query.PageAsync(_filter, request.StartIndex, request.Count, request.CancellationToken);
        Fresh.Show(page);
        return new ItemsProviderResult<SessionSummary>(page, Head?.Total ?? 0);
    }

    private void Search(string? words) =>
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("q", string.IsNullOrWhiteSpace(words) ? null : words.Trim()), replace: true);

    [LoggerMessage(EventId = 2350, Level = LogLevel.Error, Message = "The list of dialogs could not be read again and shows old rows")]
    private static partial void LogStale(ILogger logger, Exception problem);
}
