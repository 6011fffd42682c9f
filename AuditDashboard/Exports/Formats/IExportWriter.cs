using AuditDashboard.Storage;

namespace AuditDashboard.Exports.Formats;

/// <summary>Writes rows to a stream as they come, with a buffer of fixed size between.</summary>
internal interface IExportWriter : IAsyncDisposable
{
    ValueTask AddAsync(IExportLine row, CancellationToken cancel);

    /// <summary>Whatever the format says after the last row; everything is in the stream when this is done.</summary>
    ValueTask EndAsync(ExportSummary summary, CancellationToken cancel);
}
