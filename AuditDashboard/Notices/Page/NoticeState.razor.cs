using AuditDashboard.Foundation;
using AuditDashboard.Notices.Outbox;
using AuditDashboard.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Notices.Page;

/// <summary>On an endpoint's card: what its bot was told last, whether it takes it, and what to do when it does not.</summary>
public sealed partial class NoticeState : LivePage
{
    private NoticesView? _view;
    private string? _read;
    private bool _busy;
    private (string Words, Tone Tone)? _done;

    [Parameter, EditorRequired] public string EndpointId { get; set; } = "";

    [Inject] private NoticesQuery Query { get; set; } = default!;
    [Inject] private RepeatNotices Repeating { get; set; } = default!;
    [Inject] private Pulse<NoticesChanged> Changed { get; set; } = default!;
    [Inject] private IStringLocalizer<NoticesText> Text { get; set; } = default!;

    protected override void OnInitialized() => Refresh(Changed, change => change.EndpointId == EndpointId, FollowAsync);

    protected override async Task OnParametersSetAsync()
    {
        if (_read != EndpointId)
        {
            _read = EndpointId;
            await ReadAsync();
        }
    }

    private async Task ReadAsync() => _view = await Query.RunAsync(EndpointId, Leaving);

    /// <summary>Once it was sent, that it is about to be is no news any more.</summary>
    private async Task FollowAsync()
    {
        await ReadAsync();
        _done = _view?.Last?.State == BotNoticeRow.Waiting ? _done : null;
    }

    private Task PingAsync() => DoAsync(Repeating.PingAsync, "Pinged");

    private Task RepeatAsync() => DoAsync(Repeating.HandleAsync, "Repeated");

    private async Task DoAsync(Func<string, CancellationToken, Task<Refusal?>> act, string done)
    {
        if (_busy)
        {
            return;
        }

        _busy = true;
        var refusal = await act(EndpointId, CancellationToken.None);
        _busy = false;
        _done = refusal is null ? (Text[done], Tone.Good) : (RefusalWords.Of(Text, refusal), Tone.Bad);
        await ReadAsync();
    }

    private string KindWords(string kind) => Text[kind switch
    {
        NoticeKinds.Checkpoint => "KindCheckpoint",
        NoticeKinds.Erased => "KindErased",
        _ => "KindPing",
    }];

    private string StateWords(NoticesView.Line last) => last.State switch
    {
        BotNoticeRow.Sent => Text["StateSent"],
        BotNoticeRow.Waiting => Text["StateWaiting"],
        BotNoticeRow.Failed => Text["StateFailed", CodeWords(last.Code)],
        _ => Text["StateGone", CodeWords(last.Code)],
    };

    private string CodeWords(string? code) => code switch
    {
        "timeout" => Text["CodeTimeout"],
        "unreachable" => Text["CodeUnreachable"],
        "name-not-found" => Text["CodeNameNotFound"],
        "certificate" => Text["CodeCertificate"],
        "private-network" => Text["CodePrivateNetwork"],
        "no-address" => Text["CodeNoAddress"],
        _ => Text["CodeStatus", code ?? ""],
    };
}
