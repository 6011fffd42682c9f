using System.Runtime.CompilerServices;
using System.Text.Json;
using AuditDashboard.Exports.Files;
using AuditDashboard.Exports.Writing;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using AuditDashboard.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace AuditDashboard.Tests.Exports.Files;

/// <summary>A list without an end, at one row of which something happens.</summary>
internal sealed class Endless(TestApp app, int after, Func<Task> happening) : IExportSource, IExportLine
{
    public string Name => "events";

    public IReadOnlyList<string> Columns => ["a"];

    public MakeFile Making => new(
        app.Get<ExportShelf>(), app.Get<ExportFolder>(), app.Get<ExportProgress>(), new ExportWork(new WriteExport([this], app.Get<SalonClock>(), app.Clock), app.Get<NoteExport>()),
        app.Clock, NullLogger<MakeFile>.Instance);

    public Task<long> CountAsync(ExportFilter filter, CancellationToken cancel) => Task.FromResult<long>(1);

    public async IAsyncEnumerable<IExportLine> ReadAsync(ExportFilter filter, [EnumeratorCancellation] CancellationToken cancel)
    {
        for (var i = 0; ; i++)
        {
            cancel.ThrowIfCancellationRequested();
            if (i == after)
            {
                await happening();
            }

            yield return this;
        }
    }

    public void WriteCells(IExportCells cells) => cells.Whole(1);

    public void WriteJson(Utf8JsonWriter json) => json.WriteNumberValue(1);
}
