using System.Text.Json;
using AuditDashboard.Exports.Formats;
using AuditDashboard.Exports.Writing;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using Microsoft.Extensions.Time.Testing;

namespace AuditDashboard.Tests.Exports.Writing;

/// <summary>Counted, not timed: the writers themselves allocate nothing a row.</summary>
public sealed class FlatMemoryTests
{
    private const int Rows = 200_000;

    [Theory]
    [InlineData("csv", "excel-ru")]
    [InlineData("csv", "rfc4180")]
    [InlineData("jsonl", "rfc4180")]
    [InlineData("json", "rfc4180")]
    public async Task Two_hundred_thousand_rows_take_no_more_memory_than_a_few(string format, string dialect)
    {
        var clock = new FakeTimeProvider();
        var write = new WriteExport([new Same()], new SalonClock(clock, TimeZoneInfo.Utc), clock);
        var order = new ExportOrder("events", ExportFormat.Of(format, dialect)!, new ExportFilter());
        await write.HandleAsync(order, Stream.Null, _ => { }, TestContext.Current.CancellationToken);
        long most = 0;
        var before = GC.GetAllocatedBytesForCurrentThread();

        var rows = await write.HandleAsync(order, Stream.Null, _ => most = GC.GetAllocatedBytesForCurrentThread() - before, TestContext.Current.CancellationToken);

        Assert.Equal(Rows, rows);
        Assert.InRange(most, 0, 1024 * 1024);
    }

    private sealed class Same : IExportSource, IExportLine
    {
        public string Name => "events";

        public IReadOnlyList<string> Columns { get; } = ["text", "seq", "occurredAt", "clientPhone"];

        public Task<long> CountAsync(ExportFilter filter, CancellationToken cancel) => Task.FromResult<long>(Rows);

        public async IAsyncEnumerable<IExportLine> ReadAsync(ExportFilter filter, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
        {
            await ValueTask.CompletedTask;
            for (var i = 0; i < Rows; i++)
            {
                yield return this;
            }
        }

        public void WriteCells(IExportCells cells)
        {
            cells.Text("Можно на субботу?");
            cells.Whole(4711);
            cells.Moment(DateTimeOffset.UnixEpoch);
            cells.Phone(null);
        }

        public void WriteJson(Utf8JsonWriter json)
        {
            json.WriteStartObject();
            json.WriteString("text"u8, "Можно на субботу?");
            json.WriteEndObject();
        }
    }
}
