using AuditDashboard.Access;
using AuditDashboard.Backups.Making;
using AuditDashboard.Backups.Restoring;
using AuditDashboard.Foundation;
using AuditDashboard.Ui;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace AuditDashboard.Backups.Page;

/// <summary>What can be done on the page of backups; before the present state is lost, a word has to be typed.</summary>
internal sealed class BackupActs(StartBackup start, RequestRestore restore, ICurrentViewer viewers, IDialogService dialogs, SalonClock clock, IStringLocalizer<BackupsText> text)
{
    public async Task<Refusal?> MakeAsync(CancellationToken cancel) => (await start.HandleAsync(await viewers.GetAsync(), cancel)).Refusal;

    /// <summary>Null when the viewer changed their mind; else the refusal, or none.</summary>
    public async Task<Outcome<bool>?> RestoreAsync(ShownBackup backup, CancellationToken cancel)
    {
        var moment = $"{Dates.DayWithWeekday(clock.DateOf(backup.CreatedAt))}, {Dates.Time(clock, backup.CreatedAt)}";
        var parameters = new DialogParameters<RestoreDialog> { { dialog => dialog.Moment, moment } };
        var shown = await dialogs.ShowAsync<RestoreDialog>(text["RestoreTitle"], parameters);
        if (await shown.Result is not { Canceled: false })
        {
            return null;
        }

        return await restore.HandleAsync(backup.File, cancel) is { } refusal ? refusal : true;
    }
}
