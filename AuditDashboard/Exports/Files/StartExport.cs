using AuditDashboard.Access;
using AuditDashboard.Exports.Writing;
using AuditDashboard.Foundation;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Exports.Files;

/// <summary>Asks for a file on behalf of who is looking. Nobody gets more than they may see: their branches, and for auditors no phones.</summary>
internal sealed class StartExport(ExportShelf shelf, ExportProgress progress, ICurrentViewer viewers, IAccessJournal journal, IOptions<ExportOptions> options, TimeProvider time)
{
    /// <summary>Refusal: <c>export.many</c> (the hour's number is used up).</summary>
    public async Task<Outcome<Guid>> HandleAsync(ExportOrder order, CancellationToken cancel)
    {
        var (viewer, now) = (await viewers.GetAsync(), time.GetUtcNow());
        if (await shelf.AskedSinceAsync(viewer.UserId, now.AddHours(-1), cancel) >= options.Value.PerHour)
        {
            return new Refusal("export.many", options.Value.PerHour);
        }

        var id = Guid.CreateVersion7(now);
        await journal.WriteAsync("export.started", id.ToString("N"), order.What, cancel);
        await shelf.AddAsync(ExportFileRow.For(id, Allowed(order, viewer), viewer.UserId, viewer.Name, now, TimeSpan.FromHours(options.Value.KeptHours)), cancel);
        progress.Wake();
        return id;
    }

    public static ExportOrder Allowed(ExportOrder order, Viewer viewer) => order with
    {
        Filter = order.Filter with { Branches = viewer.Branches, MasksPhones = order.Filter.MasksPhones || viewer.Role == "auditor" },
    };
}
