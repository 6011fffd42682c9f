using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Replay.Reading;
using Microsoft.AspNetCore.Components;

namespace AuditDashboard.Replay.Parts;

/// <summary>Everything the log knows about the chosen event.</summary>
public sealed partial class EventInspector
{
    private long _shown;
    private bool _open;
    private string? _json;
    private string? _problem;

    [Parameter, EditorRequired] public TimelineItem Item { get; set; } = default!;

    [Parameter, EditorRequired] public SessionId SessionId { get; set; }

    [Parameter, EditorRequired] public DialogWords Words { get; set; } = default!;

    [Inject] private PayloadQuery Payloads { get; set; } = default!;

    [Inject] private ILogger<EventInspector> Log { get; set; } = default!;

    private EventContent? Content => Item.Event.Content;

    protected override void OnParametersSet()
    {
        if (_shown != Item.Seq)
        {
            (_shown, _open, _json, _problem) = (Item.Seq, false, null, null);
        }
    }

    private async Task ToggleAsync()
    {
        _open = !_open;
        if (!_open || _json is not null)
        {
            return;
        }

        var seq = Item.Seq;
        try
        {
            var json = await Payloads.RunAsync(SessionId, seq, CancellationToken.None);
            if (seq == _shown)
            {
                (_json, _problem) = (json, json is null ? "JsonGone" : null);
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogUnread(Log, failure, seq);
            _problem = "JsonFailed";
        }
    }

    [LoggerMessage(EventId = 4201, Level = LogLevel.Warning, Message = "The payload of event {Seq} could not be read")]
    private static partial void LogUnread(ILogger log, Exception failure, long seq);
}
