using AuditDashboard.Exports.Files;
using AuditDashboard.Exports.Schedules;
using AuditDashboard.Exports.Writing;
using AuditDashboard.Foundation;
using AuditDashboard.Ui;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace AuditDashboard.Exports.Page;

/// <summary>What can be done on the page of reports; asks before something is gone.</summary>
internal sealed class ReportActs(StartExport start, ChangeFile files, ChangeSchedules schedules, IDialogService dialogs, IStringLocalizer<ExportsText> text)
{
    public Task<Outcome<Guid>> MakeAsync(ExportOrder order, bool uncovered, CancellationToken cancel) => start.HandleAsync(Of(order, uncovered), cancel);

    public Task<Outcome<Guid>> ScheduleAsync(ExportOrder order, bool uncovered, DayOfWeek? weekday, int hour, CancellationToken cancel) =>
        schedules.AddAsync(Of(order, uncovered), weekday, hour, cancel);

    public Task CancelAsync(Guid id, CancellationToken cancel) => files.CancelAsync(id, cancel);

    /// <summary>False when the viewer changed their mind.</summary>
    public async Task<bool> RemoveAsync(Guid id, CancellationToken cancel)
    {
        if (await ConfirmDialog.AskAsync(dialogs, text["RemoveTitle"], text["RemoveText"], text["Remove"]) is null)
        {
            return false;
        }

        await files.RemoveAsync(id, cancel);
        return true;
    }

    public async Task<bool> UnscheduleAsync(Guid id, CancellationToken cancel)
    {
        if (await ConfirmDialog.AskAsync(dialogs, text["UnscheduleTitle"], text["UnscheduleText"], text["Unschedule"]) is null)
        {
            return false;
        }

        await schedules.RemoveAsync(id, cancel);
        return true;
    }

    private static ExportOrder Of(ExportOrder order, bool uncovered) => order with { Filter = order.Filter with { MasksPhones = !uncovered } };
}
