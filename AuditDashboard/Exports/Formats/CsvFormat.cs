using AuditDashboard.Storage;
using CsvHelper;

namespace AuditDashboard.Exports.Formats;

/// <summary>One header, then a line a row, each ended by CRLF. Nothing after the last row: a table has no place for a summary.</summary>
internal sealed class CsvFormat : IExportWriter
{
    private readonly CsvWriter _csv;
    private readonly CsvCells _cells;

    public CsvFormat(Stream target, IReadOnlyList<string> columns, CsvDialect dialect, TimeZoneInfo zone)
    {
        _csv = CsvWriter.Create(target, dialect.Options, leaveOpen: true);
        _cells = new CsvCells(_csv, dialect, zone);
        foreach (var column in columns)
        {
            _csv.WriteField(dialect.Head(column));
        }

        _csv.EndRecord();
    }

    public ValueTask AddAsync(IExportLine row, CancellationToken cancel)
    {
        row.WriteCells(_cells);
        return _csv.EndRecordAsync(cancel);
    }

    public async ValueTask EndAsync(ExportSummary summary, CancellationToken cancel) => await _csv.FlushAsync(cancel);

    public ValueTask DisposeAsync() => _csv.DisposeAsync();
}
