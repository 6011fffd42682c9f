using AuditDashboard.Foundation;
using AuditDashboard.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web.Virtualization;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Conversations.Browse;

/// <summary>Диалоги: the list of dialogs. The address is the state; rows never move by themselves.</summary>
public sealed partial class DialogsPage : LivePage
{
    private const string Path = "dialogs";
    private static readonly string[] Columns = ["Client", "Channel", "Last", "Outcome", "Response", "Branch", "When"];

    private DialogsFilter _filter = new(null, null, null, null, null);
    private DialogsHead? _head;
    private FreshDialogs? _fresh;
    private int _version;

    /// <summary>What the prerendered page counted: the circuit begins with it instead of counting again.</summary>
    [PersistentState] public string? Prerendered { get; set; }

    [Inject] private DialogsQuery Query { get; set; } = default!;
    [Inject] private Pulse<SessionsChanged> Changed { get; set; } = default!;
    [Inject] private SalonClock Salon { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;
    [Inject] private ILogger<DialogsPage> Log { get; set; } = default!;
    [Inject] private IStringLocalizer<DialogsText> Text { get; set; } = default!;

    private FreshDialogs Fresh => _fresh ??= new FreshDialogs(Query);

    private DialogsFilter Asked => DialogsFilter.Of(Navigation.Uri, Salon.Today);

    private string Count => Text[Plural.Of(_head!.Total, "CountOne", "CountFew", "CountMany"), Formats.Count(_head.Total)]
        + (_filter.Period is { } period ? $" · {Dates.Range(period.First, period.Last)}" : "");

    private string Waiting => Text[Plural.Of(Fresh.Waiting, "ShowNewOne", "ShowNewFew", "ShowNewMany"), Formats.Count(Fresh.Waiting)];

    protected override async Task OnInitializedAsync()
    {
        _filter = Asked;
        Refresh(Changed, Fresh.Hear, RefreshAsync);
        Navigation.LocationChanged += Moved;
        _head = Carried.Unpack<DialogsHead>(Prerendered);
        if (_head is null)
        {
            await ReadAgainAsync();
            Prerendered = _head is null ? null : Carried.Pack(_head);
        }
    }

    protected override void Dispose(bool disposing)
    {
        Navigation.LocationChanged -= Moved;
        base.Dispose(disposing);
    }

    private void Moved(object? sender, LocationChangedEventArgs moved) => _ = InvokeAsync(MoveAsync);

    /// <summary>The address is the state: another one of this page is another list.</summary>
    private async Task MoveAsync()
    {
        if (Leaving.IsCancellationRequested || Navigation.ToBaseRelativePath(Navigation.Uri).Split('?')[0] != Path)
        {
            return;
        }

        try
        {
            if (Asked is var asked && asked != _filter)
            {
                _filter = asked;
                await ReadAgainAsync();
            }

            StateHasChanged();
        }
        catch (OperationCanceledException) when (Leaving.IsCancellationRequested)
        {
            // The viewer left.
        }
        catch (Exception problem)
        {
            await DispatchExceptionAsync(problem);
        }
    }

    private async Task ReadAgainAsync()
    {
        var asked = _filter;
        Fresh.Forget();
        var head = await Query.RunAsync(asked, Leaving);
        if (asked == _filter)
        {
            _head = head;
            _version++;
        }
    }

    // An old list that can still be used is better than an error in its place.
    private async Task RefreshAsync()
    {
        try
        {
            if (_head is { Total: > 0 } head)
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
        return new ItemsProviderResult<SessionSummary>(page, _head?.Total ?? 0);
    }

    private void Search(string? words) =>
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("q", string.IsNullOrWhiteSpace(words) ? null : words.Trim()), replace: true);

    [LoggerMessage(EventId = 2350, Level = LogLevel.Error, Message = "The list of dialogs could not be read again and shows old rows")]
    private static partial void LogStale(ILogger logger, Exception problem);
}
