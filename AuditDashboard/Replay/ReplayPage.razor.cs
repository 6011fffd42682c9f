using AuditDashboard.Conversations;
using AuditDashboard.Foundation;
using AuditDashboard.Replay.Parts;
using AuditDashboard.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;

namespace AuditDashboard.Replay;

/// <summary>One dialog, played event by event. The chosen event is part of the address.</summary>
public sealed partial class ReplayPage : LivePage, IAsyncDisposable
{
    private ElementReference _root;
    private ReplayScript? _script;
    private ReplayedDialog? _dialog;
    private DialogWords? _words;
    private ThreadWindow _window;
    private Guid _shown;
    private long? _chosen;
    private bool _read;
    private bool _stale;
    private bool _ready;

    [Parameter] public Guid SessionId { get; set; }

    /// <summary>Seq of the chosen event.</summary>
    [SupplyParameterFromQuery(Name = "ev")] public long? Event { get; set; }

    /// <summary>The dialog whose opening is already in the journal: the page loads twice, the viewer opens it once.</summary>
    [PersistentState] public Guid? Noted { get; set; }

    [Inject] private TimelineQuery Dialogs { get; set; } = default!;
    [Inject] private Pulse<SessionsChanged> Changed { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;
    [Inject] private IJSRuntime Js { get; set; } = default!;
    [Inject] private ILogger<ReplayPage> Log { get; set; } = default!;
    [Inject] private IStringLocalizer<ReplayText> Text { get; set; } = default!;

    private Timeline Timeline => _dialog!.Timeline;

    /// <summary>Without a choice the latest event, so that the inspector follows a running dialog.</summary>
    private TimelineItem Chosen => Timeline.Items[Timeline.IndexOf(_chosen) is var index and >= 0 ? index : ^1];

    private string Heading => _dialog is null ? Text["TitleMissing"] : Text["Title", _dialog.Summary.ClientName ?? Text["Nameless"]];

    protected override void OnInitialized() =>
        Refresh(Changed, change => change.SessionIds.Contains(new SessionId(SessionId)), RefreshAsync);

    protected override async Task OnParametersSetAsync()
    {
        _chosen = Event;
        if (_shown == SessionId)
        {
            return;
        }

        (_shown, _dialog, _window, _ready) = (SessionId, null, default, false);
        await (_script?.StopAsync() ?? Task.CompletedTask);
        await ReadAsync();
        if (_dialog is not null)
        {
            _window = ThreadWindow.Of(Timeline.Items.Count).Around(Chosen.Number - 1, Timeline.Items.Count);
        }
    }

    private async Task ReadAsync()
    {
        var asked = _shown;
        var dialog = Noted == asked
            ? await Dialogs.RunAsync(new SessionId(asked), Leaving)
            : await Dialogs.OpenAsync(new SessionId(asked), Leaving);
        Noted = dialog is null ? Noted : asked;
        if (asked == _shown)
        {
            _window = _window.Grown(_dialog?.Timeline.Items.Count ?? 0, dialog?.Timeline.Items.Count ?? 0);
            (_dialog, _words, _read, _stale) = (dialog, dialog is null ? null : new DialogWords(Text, dialog.Clock), true, true);
        }
    }

    // An old thread that can still be read is better than an error in its place.
    private async Task RefreshAsync()
    {
        try
        {
            await ReadAsync();
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            LogStale(Log, problem, _shown);
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_stale || _words is not { } words || Timeline.Items.Count == 0)
        {
            return;
        }

        _stale = false;
        _script ??= new ReplayScript(Js, this);
        if (_script.IsRunning)
        {
            await _script.UpdateAsync(Timeline, words);
            return;
        }

        await _script.StartAsync(_root, Timeline, words, _chosen);
        _ready = _script.IsRunning;
        StateHasChanged();
    }

    /// <summary>Called by the player when it comes to an event that is not on the page.</summary>
    [JSInvokable]
    public void ShowFrom(long seq, bool choose)
    {
        if (_dialog is not null && Timeline.IndexOf(seq) is var index and >= 0)
        {
            Move(_window.Around(index, Timeline.Items.Count));
            if (choose)
            {
                Choose(seq);
            }

            StateHasChanged();
        }
    }

    private void ShowEarlier() => Move(_window.Earlier());
    private void ShowLater() => Move(_window.Later(Timeline.Items.Count));

    private void Move(ThreadWindow window) => (_window, _stale) = (window, true);

    private void Choose(long seq)
    {
        _chosen = seq;
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("ev", seq), replace: true);
    }

    public async ValueTask DisposeAsync()
    {
        Dispose();
        await (_script?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    [LoggerMessage(EventId = 4200, Level = LogLevel.Error, Message = "Dialog {SessionId} could not be read again and shows old events")]
    private static partial void LogStale(ILogger log, Exception problem, Guid sessionId);
}
