using AuditDashboard.Access;
using AuditDashboard.Exports;
using AuditDashboard.Exports.Files;
using AuditDashboard.Exports.Formats;
using AuditDashboard.Exports.Writing;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using AuditDashboard.Tests.Replay;
using AuditDashboard.Tests.Support;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Tests.Exports.Files;

/// <summary>A person at the page of reports of a whole application.</summary>
internal sealed class Asking(TestApp app, Viewer viewer)
{
    public static readonly Viewer Auditor = new("u-3", "Аудитор", "auditor@salon.example", "auditor", null);

    public WrittenJournal Journal { get; } = new();

    public ChangeFile Files => new(app.Get<ExportShelf>(), app.Get<ExportFolder>(), app.Get<ExportProgress>(), new SignedIn(viewer), Journal, app.Clock);

    public static ExportOrder Order(string what = "events", bool masks = false) => new(what, ExportFormat.Of("jsonl", null)!, new ExportFilter(MasksPhones: masks));

    public Task<Outcome<Guid>> AskAsync(ExportOrder order) =>
        new StartExport(app.Get<ExportShelf>(), app.Get<ExportProgress>(), new SignedIn(viewer), Journal, app.Get<IOptions<ExportOptions>>(), app.Clock)
            .HandleAsync(order, TestContext.Current.CancellationToken);

    /// <summary>Waits for the queue, on its own news.</summary>
    public async Task<ExportFileRow> EndedAsync(Guid id)
    {
        using var news = new SemaphoreSlim(0);
        using var listening = app.Get<Pulse<ExportsChanged>>().Listen(_ => news.Release());
        while (true)
        {
            if (await app.Get<ExportShelf>().FindAsync(id, TestContext.Current.CancellationToken) is { State: not ("queued" or "running") } row)
            {
                return row;
            }

            await news.WaitAsync(TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Asks, waits and reads the file.</summary>
    public async Task<string> TakeAsync(ExportOrder order)
    {
        var id = (await AskAsync(order)).Value;
        await EndedAsync(id);
        var opened = await Files.OpenAsync(id, TestContext.Current.CancellationToken);
        using var reader = new StreamReader(opened!.Value.File);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
