using System.Diagnostics;
using System.Globalization;
using System.Text;
using AuditDashboard.Conversations;
using AuditDashboard.Events;
using AuditDashboard.Exports.Formats;
using AuditDashboard.Exports.Writing;
using AuditDashboard.Foundation;
using AuditDashboard.Settings;
using AuditDashboard.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Benchmarks;

/// <summary>Rows a second of the events export on a generated log, beside a plain loop over the same rows; by turns in one run.</summary>
internal static class ExportBenchmark
{
    private const int Batch = 500;

    private static readonly (string Format, string Dialect)[] Cells = [("csv", "excel-ru"), ("csv", "rfc4180"), ("jsonl", "rfc4180")];

    public static async Task<int> RunAsync(int events, int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("audit-exports-").FullName;
        await using var app = await StartAsync(folder);
        await FillAsync(app.Services.GetRequiredService<IEventLog>(), events);
        var write = app.Services.GetRequiredService<WriteExport>();
        for (var round = 0; round < rounds; round++)
        {
            var plain = Rate(events, () => Select(app.Services.GetRequiredService<IOptions<StorageOptions>>().Value.DatabaseFile));
            foreach (var (format, dialect) in Cells)
            {
                var order = new ExportOrder("events", ExportFormat.Of(format, dialect)!, new ExportFilter());
                GC.Collect();
                var before = GC.GetTotalMemory(forceFullCollection: true);
                var watch = Stopwatch.StartNew();
                var rows = await write.HandleAsync(order, Stream.Null, _ => { }, CancellationToken.None);
                var rate = rows / watch.Elapsed.TotalSeconds;
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{round + 1} {format} {dialect}: {rate:N0} rows/s, {rate / plain:P0} of a plain SELECT loop ({plain:N0}), {(GC.GetTotalMemory(true) - before) / 1024.0 / 1024:N1} MiB more held"));
            }
        }

        await app.StopAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static async Task<WebApplication> StartAsync(string folder)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection([new("Storage:DataFolder", folder)]);
        builder.AddFoundation().AddStorage().AddEvents().AddSettings().AddConversations();
        builder.Services.AddSingleton<WriteExport>();
        var app = builder.Build();
        await app.StartAsync();
        return app;
    }

    private static async Task FillAsync(IEventLog log, int events)
    {
        for (var i = 0; i < events; i += Batch)
        {
            await log.AppendAsync([.. Enumerable.Range(i, Math.Min(Batch, events - i)).Select(Draft)], CancellationToken.None);
        }
    }

    private static EventDraft Draft(int number)
    {
        var json = Encoding.UTF8.GetBytes(
            $$"""
            {"id":"bench-{{number}}","type":"message.received","time":"2026-11-{{(number % 28) + 1:00}}T10:15:30.123+03:00","session":"s-{{number / 20}}","channel":"telegram","branch":"center",
             "client":{"id":"tg:{{700000000 + (number / 20)}}","name":"Анна","phone":"+79000000101"},"text":"Можно на субботу к Ольге?","intent":{"name":"booking.create","confidence":0.93},
             "model":{"provider":"openai","name":"gpt-4.1-mini","version":"2026-10"},"release":"salon-8","scenario":{"id":"booking","version":"12","step":"choose_time"} }
            """);
        return new EventDraft { Bot = "salon-bot", Envelope = "native", Content = EventJudge.Judge(json, out _)!, Json = json };
    }

    private static double Rate(int rows, Action work)
    {
        var watch = Stopwatch.StartNew();
        work();
        return rows / watch.Elapsed.TotalSeconds;
    }

    private static void Select(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "select seq, bot, event_id, type, channel, branch, session_key, occurred_at, recorded_at, payload from events order by seq";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            for (var column = 0; column < reader.FieldCount; column++)
            {
                _ = reader.GetValue(column);
            }
        }
    }
}
