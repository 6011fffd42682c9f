using AuditDashboard.Storage;

namespace AuditDashboard.Exports.Formats;

/// <summary>One object a line; the last line is the summary, which has no <c>seq</c> (kpi-notes.md section 10).</summary>
internal sealed class JsonLinesFormat(Stream target) : IExportWriter
{
    private readonly JsonBuffer _buffer = new(target);

    public ValueTask AddAsync(IExportLine row, CancellationToken cancel)
    {
        row.WriteJson(_buffer.Json);
        _buffer.EndLine();
        return _buffer.MoveOnAsync(cancel);
    }

    public ValueTask EndAsync(ExportSummary summary, CancellationToken cancel)
    {
        _buffer.Json.WriteStartObject();
        summary.Write(_buffer.Json);
        _buffer.Json.WriteEndObject();
        _buffer.EndLine();
        return _buffer.EmptyAsync(cancel);
    }

    public ValueTask DisposeAsync() => _buffer.DisposeAsync();
}
