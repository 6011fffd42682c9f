using AuditDashboard.Exports.Formats;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;

namespace AuditDashboard.Exports.Writing;

/// <summary>Writes one list into a stream. The same for the API, the page and the schedule, so that the same question has the same answer.</summary>
internal sealed class WriteExport(IEnumerable<IExportSource> sources, SalonClock clock, TimeProvider time)
{
    private readonly Dictionary<string, IExportSource> _sources = sources.ToDictionary(source => source.Name);

    public Task<long> CountAsync(ExportOrder order, CancellationToken cancel) => _sources[order.What].CountAsync(order.Filter, cancel);

    /// <param name="written">Told the number of rows so far, every row.</param>
    /// <returns>The number of rows.</returns>
    public async Task<long> HandleAsync(ExportOrder order, Stream target, Action<long> written, CancellationToken cancel)
    {
        var source = _sources[order.What];
        long rows = 0;
        await using var writer = WriterOf(order, source, target);
        await foreach (var row in source.ReadAsync(order.Filter, cancel))
        {
            await writer.AddAsync(row, cancel);
            written(++rows);
        }

        await writer.EndAsync(new ExportSummary(time.GetUtcNow(), order.Filter, rows), cancel);
        return rows;
    }

    private IExportWriter WriterOf(ExportOrder order, IExportSource source, Stream target) => order.Format.Format switch
    {
        "csv" => new CsvFormat(target, source.Columns, CsvDialect.Of(order.Format.Dialect), clock.Zone),
        "jsonl" => new JsonLinesFormat(target),
        _ => new JsonFormat(target, source.Name),
    };
}
