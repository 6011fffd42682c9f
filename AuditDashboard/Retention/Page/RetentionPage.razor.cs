using AuditDashboard.Foundation;
using AuditDashboard.Retention.Dossier;
using AuditDashboard.Retention.Rules;
using AuditDashboard.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Retention.Page;

/// <summary>Настройки → Хранение: how long content is kept, what is held, what went, and whose wish to be forgotten is how far.</summary>
public sealed partial class RetentionPage : LivePage
{
    private RetentionView? _view;
    private bool _failed;
    private (string Words, Tone Tone)? _notice;

    [Inject] private RetentionQuery Query { get; set; } = default!;
    [Inject] private RetentionActs Acts { get; set; } = default!;
    [Inject] private SubjectRequests Requests { get; set; } = default!;
    [Inject] private Pulse<RetentionChanged> Changed { get; set; } = default!;
    [Inject] private ILogger<RetentionPage> Logger { get; set; } = default!;
    [Inject] private IStringLocalizer<RetentionText> Text { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        Refresh(Changed, _ => true, ReadAsync);
        await ReadAsync();
    }

    private async Task ReadAsync()
    {
        try
        {
            (_view, _failed) = (await Query.RunAsync(Leaving), false);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            _failed = true;
            LogUnread(Logger, problem);
        }
    }

    private async Task<(long Messages, long Dialogs, long Clients)> PreviewAsync(RetentionView.Periods days)
    {
        var run = await Acts.PreviewAsync(Of(days), Leaving);
        return (run.Messages, run.Dialogs, run.Clients);
    }

    private async Task SaveAsync(RetentionView.Periods days) => await TellAsync(await Acts.SaveAsync(Of(days), Leaving), "Saved");

    private async Task RunAsync(RetentionView.Periods days) => await TellAsync(await Acts.RunAsync(await Acts.PreviewAsync(Of(days), Leaving), Leaving), null);

    private async Task LiftAsync(RetentionView.Hold hold) => await TellAsync(await Acts.LiftAsync(hold, Leaving), null);

    private async Task CloseAsync(RetentionView.Request request)
    {
        await Requests.CloseAsync(request.Id, Leaving);
        await ReadAsync();
    }

    private async Task TellAsync(Refusal? refusal, string? done)
    {
        _notice = refusal is not null ? (RefusalWords.Of(Text, refusal), Tone.Bad) : done is null ? null : (Text[done], Tone.Good);
        await ReadAsync();
    }

    private static RetentionDays Of(RetentionView.Periods days) => new(days.Conversations, days.Calls, days.Quarantine);

    [LoggerMessage(EventId = 5020, Level = LogLevel.Error, Message = "The page of retention could not be read")]
    private static partial void LogUnread(ILogger logger, Exception problem);
}
