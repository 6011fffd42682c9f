using AuditDashboard.Foundation;
using AuditDashboard.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Backups.Page;

/// <summary>Настройки → Резервные копии: what there is to go back to, made, handed out and restored here.</summary>
public sealed partial class BackupsPage : LivePage
{
    private BackupsShown? _shown;
    private bool _failed;
    private (string Words, Tone Tone)? _notice;

    [Inject] private BackupsQuery Query { get; set; } = default!;
    [Inject] private BackupActs Acts { get; set; } = default!;
    [Inject] private Pulse<BackupsChanged> Changed { get; set; } = default!;
    [Inject] private ILogger<BackupsPage> Logger { get; set; } = default!;
    [Inject] private IStringLocalizer<BackupsText> Text { get; set; } = default!;

    private string Doing => Text[_shown?.IsRestoring == true ? "Restoring" : "Making"];

    protected override void OnInitialized()
    {
        Refresh(Changed, _ => true, () =>
        {
            Read();
            return Task.CompletedTask;
        });
        Read();
    }

    private void Read()
    {
        try
        {
            (_shown, _failed) = (Query.Run(), false);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            _failed = true;
            LogUnread(Logger, problem);
        }
    }

    private async Task MakeAsync()
    {
        _notice = await Acts.MakeAsync(Leaving) is { } refusal ? (Reason(refusal), Tone.Bad) : null;
        Read();
    }

    private async Task RestoreAsync(ShownBackup backup)
    {
        if (await Acts.RestoreAsync(backup, Leaving) is { } outcome)
        {
            _notice = outcome.Refusal is { } refusal ? (Reason(refusal), Tone.Bad) : (Text["RestoreBegun"], Tone.Info);
            Read();
        }
    }

    private string Reason(Refusal refusal)
    {
        var words = Text[$"Refusal_{refusal.Code.Replace('.', '_')}", refusal.Arguments];
        return words.ResourceNotFound ? Text["Refusal_internal", refusal.Code] : words;
    }

    [LoggerMessage(EventId = 5140, Level = LogLevel.Error, Message = "The list of backups could not be read")]
    private static partial void LogUnread(ILogger logger, Exception problem);
}
