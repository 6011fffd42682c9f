using AuditDashboard.Evidence;
using AuditDashboard.Foundation;
using Microsoft.AspNetCore.Components;

namespace AuditDashboard.Replay.Parts;

/// <summary>Whether the dialog is what the log committed to: checked when it is opened, once the page itself stands.</summary>
public sealed partial class DialogSeal
{
    private SessionId _session;
    private IDialogSeals.Seal? _seal;
    private bool _checking;

    [Parameter, EditorRequired] public SessionId SessionId { get; set; }

    [Parameter, EditorRequired] public DialogWords Words { get; set; } = default!;

    [Inject] private IDialogSeals Seals { get; set; } = default!;

    [Inject] private ILogger<DialogSeal> Log { get; set; } = default!;

    protected override void OnParametersSet()
    {
        if (_session != SessionId)
        {
            (_session, _seal, _checking) = (SessionId, null, false);
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_seal is not null || _checking)
        {
            return;
        }

        _checking = true;
        var session = _session;
        try
        {
            var seal = await Task.Run(() => Seals.CheckAsync(session, CancellationToken.None));
            _seal = session == _session ? seal : null;
        }
        catch (Exception problem)
        {
            // Not checked is what it says then; the dialog itself can be read.
            LogUnchecked(Log, problem, session.Value);
            return;
        }

        StateHasChanged();
    }

    [LoggerMessage(EventId = 4202, Level = LogLevel.Warning, Message = "Dialog {SessionId} could not be checked against the log")]
    private static partial void LogUnchecked(ILogger log, Exception problem, Guid sessionId);
}
