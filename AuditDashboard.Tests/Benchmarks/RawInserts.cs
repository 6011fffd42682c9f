using System.Diagnostics;
using AuditDashboard.Events;
using AuditDashboard.Events.Log;
using AuditDashboard.Evidence.Log;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;

namespace AuditDashboard.Benchmarks;

/// <summary>The engine's own speed: prepared inserts of finished rows into the same tables, 512 a transaction, WAL and FULL, no HTTP, no parsing, no hashing.</summary>
internal static class RawInserts
{
    private const int Batch = 512;

    /// <returns>Events (one row in <c>events</c>, one in <c>log_entries</c>) a second.</returns>
    public static async Task<double> RunAsync(string folder, TimeSpan duration)
    {
        var host = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        host.Configuration.AddInMemoryCollection([new("Storage:DataFolder", folder)]);
        host.AddFoundation().AddStorage();
        using var app = host.Build();
        await app.StartAsync();
        var rows = Enumerable.Range(0, Batch).Select(Row).ToArray();
        var (next, started) = (1L, Stopwatch.GetTimestamp());
        await app.Services.GetRequiredService<ITransactions>().RunAsync(store => Insert(store, rows, ref next), CancellationToken.None);
        (started, var first) = (Stopwatch.GetTimestamp(), next);
        while (Stopwatch.GetElapsedTime(started) < duration)
        {
            await app.Services.GetRequiredService<ITransactions>().RunAsync(store => Insert(store, rows, ref next), CancellationToken.None);
        }

        var rate = (next - first) / Stopwatch.GetElapsedTime(started).TotalSeconds;
        await app.StopAsync();
        return rate;
    }

    private static void Insert(WriteConnection store, EventRow[] rows, ref long next)
    {
        var (events, entries) = (store.Table<EventRow>(), store.Table<LogEntryRow>());
        Span<byte> id = stackalloc byte[SampleEvent.IdLength];
        foreach (var row in rows)
        {
            SampleEvent.WriteId(id, next);
            (row.Seq, row.EventId, row.LogIndex) = (next, System.Text.Encoding.ASCII.GetString(id), next - 1);
            events.Insert(row);
            entries.Insert(new LogEntryRow { Idx = next - 1, ReceivedMs = next, Commitment = row.Salt!, LeafHash = row.Salt! });
            next++;
        }
    }

    private static EventRow Row(int index)
    {
        var now = TimeProvider.System.GetUtcNow();
        var json = SampleEvent.Make(now).Body;
        var draft = new EventDraft { Bot = "bench", Envelope = "native", Content = new EventContent { Id = "b" }, Json = json };
        return new EventRow
        {
            Bot = "bench", Type = "message.received", Channel = "telegram", Branch = "center", SessionKey = $"tg-{7000 + (index % 64)}",
            SessionId = new SessionId(Guid.CreateVersion7(now)), ClientId = new ClientId(Guid.CreateVersion7(now)), OccurredAt = now, RecordedAt = now,
            Salt = new byte[32], Payload = Payload.Write(draft, now),
        };
    }
}
