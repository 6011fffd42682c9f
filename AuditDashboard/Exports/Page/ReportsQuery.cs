using AuditDashboard.Access;
using AuditDashboard.Exports.Files;
using AuditDashboard.Exports.Formats;
using AuditDashboard.Exports.Schedules;
using AuditDashboard.Exports.Writing;
using AuditDashboard.Settings;
using AuditDashboard.Ui;

namespace AuditDashboard.Exports.Page;

/// <summary>What the page of reports shows to who is looking.</summary>
internal sealed class ReportsQuery(ICurrentViewer viewers, ISettings settings, ExportShelf shelf, ExportProgress progress, ChangeSchedules schedules, WriteExport write)
{
    private const int Most = 50;

    public async Task<Reports> RunAsync(CancellationToken cancel)
    {
        var viewer = await viewers.GetAsync();
        var files = await shelf.ListAsync(viewer.IsOwner ? null : viewer.UserId, Most, cancel);
        return new Reports(
            viewer.IsOwner, viewer.Role != "auditor",
            [.. settings.Salon.Branches.Where(branch => viewer.MaySee(branch.Code)).Select(branch => new BranchOption(branch.Code, branch.Name))],
            [.. files.Select(Line)], viewer.IsOwner ? [.. (await schedules.ListAsync(cancel)).Select(Line)] : []);
    }

    /// <summary>How many rows the order would bring this person.</summary>
    public async Task<long> EstimateAsync(ExportOrder order, CancellationToken cancel) => await write.CountAsync(StartExport.Allowed(order, await viewers.GetAsync()), cancel);

    private ReportFile Line(ExportFileRow row) => new(
        row.Id, row.CreatedAt, row.ByName, row.ScheduleId is not null, row.What, row.Order.Format.Code, row.FromAt, row.ToAt, settings.Salon.NameOf(row.Branch), row.Channel,
        row.MasksPhones, row.State, row.State == "running" ? progress.RowsOf(row.Id) : row.Rows, row.Expected, row.Size, row.KeptUntil);

    private static ReportSchedule Line(ScheduleRow row) =>
        new(row.Id, row.ByName, row.What, new ExportFormat(row.Format, row.Dialect).Code, row.MasksPhones, row.Weekday, row.Hour, row.NextAt);
}
