using AuditDashboard.Access;
using AuditDashboard.Evidence.Verifying;
using AuditDashboard.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Evidence.Page;

/// <summary>Проверка журнала: checks everything with its progress, names what does not fit, and shows the key and checkpoint to keep elsewhere.</summary>
public sealed partial class LogCheckPage : LivePage
{
    private const int Shown = 50;

    private LogState? _state;
    private VerifyReport? _report;
    private bool _running;
    private bool _failed;
    private long _done;
    private long _total;

    [Inject] private LogStateQuery Query { get; set; } = default!;
    [Inject] private CheckLog Check { get; set; } = default!;
    [Inject] private IAccessJournal Journal { get; set; } = default!;
    [Inject] private ILogger<LogCheckPage> Log { get; set; } = default!;
    [Inject] private IStringLocalizer<EvidenceText> Text { get; set; } = default!;

    protected override async Task OnInitializedAsync() => _state = await Query.RunAsync(Leaving);

    private async Task CheckAsync()
    {
        (_running, _failed, _report, _done, _total) = (true, false, null, 0, _state?.Leaves ?? 0);
        try
        {
            await Journal.WriteAsync("log.checked", null, null, Leaving);
            // Hashing for seconds belongs on another thread than the page's own.
            _report = await Task.Run(() => Check.HandleAsync(Tell, Leaving), Leaving);
            _state = await Query.RunAsync(Leaving);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            _failed = true;
            LogUnchecked(Log, problem);
        }
        finally
        {
            _running = false;
        }
    }

    private void Tell(long done, long total) => _ = InvokeAsync(() =>
    {
        (_done, _total) = (done, total);
        StateHasChanged();
    });

    [LoggerMessage(EventId = 2412, Level = LogLevel.Error, Message = "The log could not be checked")]
    private static partial void LogUnchecked(ILogger log, Exception problem);
}
