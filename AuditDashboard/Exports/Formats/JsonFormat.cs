using AuditDashboard.Storage;

namespace AuditDashboard.Exports.Formats;

/// <summary>One document: the rows under the list's name, as in the reading API, then the summary's members.</summary>
internal sealed class JsonFormat : IExportWriter
{
    private readonly JsonBuffer _buffer;

    public JsonFormat(Stream target, string list)
    {
        _buffer = new JsonBuffer(target);
        _buffer.Json.WriteStartObject();
        _buffer.Json.WriteStartArray(list);
    }

    public ValueTask AddAsync(IExportLine row, CancellationToken cancel)
    {
        row.WriteJson(_buffer.Json);
        return _buffer.MoveOnAsync(cancel);
    }

    public ValueTask EndAsync(ExportSummary summary, CancellationToken cancel)
    {
        _buffer.Json.WriteEndArray();
        summary.Write(_buffer.Json);
        _buffer.Json.WriteEndObject();
        return _buffer.EmptyAsync(cancel);
    }

    public ValueTask DisposeAsync() => _buffer.DisposeAsync();
}
