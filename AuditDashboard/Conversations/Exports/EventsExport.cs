using System.Runtime.CompilerServices;
using AuditDashboard.Events;
using AuditDashboard.Storage;

namespace AuditDashboard.Conversations.Exports;

/// <summary>The log's events, by their own time, in the order of acceptance.</summary>
internal sealed class EventsExport(IEventReader events) : IExportSource
{
    public string Name => "events";

    public IReadOnlyList<string> Columns => EventExportLine.Columns;

    public Task<long> CountAsync(ExportFilter filter, CancellationToken cancel) => events.CountAsync(Asked(filter), cancel);

    public async IAsyncEnumerable<IExportLine> ReadAsync(ExportFilter filter, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var stored in events.StreamAsync(Asked(filter), cancel))
        {
            yield return new EventExportLine(filter.MasksPhones ? MaskedLine.Of(stored) : stored);
        }
    }

    private static EventFilter Asked(ExportFilter filter) =>
        new(Channel: filter.Channel, Branch: filter.Branch, From: filter.From, To: filter.To, Branches: filter.Branches);
}
