using System.Runtime.CompilerServices;
using AuditDashboard.Events;
using AuditDashboard.Storage;

namespace AuditDashboard.Conversations.Exports;

/// <summary>
/// One row a booking, by its final start. Folded from all booking events of the log, since what happened to a visit of this month may have
/// been said in the last; the memory taken grows with the number of bookings, not of events.
/// </summary>
internal sealed class BookingsExport(IEventReader events) : IExportSource
{
    public string Name => "bookings";

    public IReadOnlyList<string> Columns => BookingExportLine.Columns;

    public async Task<long> CountAsync(ExportFilter filter, CancellationToken cancel) => (await LinesAsync(filter, cancel)).Count;

    public async IAsyncEnumerable<IExportLine> ReadAsync(ExportFilter filter, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var line in await LinesAsync(filter, cancel))
        {
            yield return new BookingExportLine(filter.MasksPhones ? MaskedLine.Of(line) : line);
        }
    }

    private async Task<List<BookingLine>> LinesAsync(ExportFilter filter, CancellationToken cancel)
    {
        var ledger = new BookingLedger();
        await foreach (var stored in events.StreamAsync(new EventFilter(TypePrefix: "booking."), cancel))
        {
            ledger.Add(stored);
        }

        return [.. ledger.Lines().Where(line => Matches(line, filter)).OrderBy(line => line.Start).ThenBy(line => line.Id, StringComparer.Ordinal)];
    }

    private static bool Matches(BookingLine line, ExportFilter filter) =>
        (filter.From is null || line.Start >= filter.From) && (filter.To is null || line.Start < filter.To)
        && (filter.Channel is null || line.Channel == filter.Channel) && (filter.Branch is null || line.Branch == filter.Branch)
        && (filter.Branches is null || (line.Branch is not null && filter.Branches.Contains(line.Branch)));
}
