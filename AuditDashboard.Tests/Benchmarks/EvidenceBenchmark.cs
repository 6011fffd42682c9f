using System.Diagnostics;
using System.Globalization;
using AuditDashboard.Conversations;
using AuditDashboard.Events;
using AuditDashboard.Evidence.Log;
using AuditDashboard.Evidence.Signing;
using AuditDashboard.Evidence.Verifying;
using AuditDashboard.Foundation;
using AuditDashboard.Settings;
using AuditDashboard.Storage;
using Microsoft.Data.Sqlite;

namespace AuditDashboard.Benchmarks;

/// <summary>
/// The log with its evidence step and without it, by turns in one run, at the door of the log (no HTTP). Salt and commitment are made in both: they
/// belong to the event. Then what the evidence costs beside ingest: recomputing the tree, and checking everything.
/// </summary>
internal static class EvidenceBenchmark
{
    private static readonly (int Callers, int Batch)[] Cells = [(64, 1), (4, 100)];
    private static long _next;

    public static async Task<int> RunAsync(int rounds, double seconds)
    {
        var folder = Directory.CreateTempSubdirectory("bench-evidence-").FullName;
        await using var with = await StartAsync(Path.Combine(folder, "with"), hasEvidence: true);
        await using var without = await StartAsync(Path.Combine(folder, "without"), hasEvidence: false);
        foreach (var (callers, batch) in Cells)
        {
            List<double> ratios = [];
            for (var round = 0; round <= rounds; round++)
            {
                var (off, on) = (await RateAsync(without, callers, batch, seconds), await RateAsync(with, callers, batch, seconds));
                ratios.Add(on / off);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{callers} callers of {batch}: {on:N0} events/s with the step, {off:N0} without, {on / off:0.000}{(round == 0 ? " (warming up)" : "")}"));
            }

            ratios.RemoveAt(0);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{callers} callers of {batch}: ratio {ratios.Order().ElementAt(ratios.Count / 2):0.000} [{ratios.Min():0.000}..{ratios.Max():0.000}]"));
        }

        await CostsAsync(with);
        await with.StopAsync();
        await without.StopAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static async Task CostsAsync(WebApplication app)
    {
        var size = await app.Services.GetRequiredService<CheckpointShelf>().SizeAsync(CancellationToken.None);
        var watch = Stopwatch.StartNew();
        await app.Services.GetRequiredService<RecomputeTree>().RunAsync(0, size, whole: true, CancellationToken.None);
        var recomputed = watch.Elapsed;
        watch.Restart();
        var report = await app.Services.GetRequiredService<VerifyLog>().RunAsync((_, _) => { }, CancellationToken.None);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{size:N0} leaves: tree recomputed in {recomputed.TotalMilliseconds:N0} ms, everything checked in {watch.ElapsedMilliseconds:N0} ms, {(report.IsSound ? "sound" : "BROKEN")}"));
    }

    private static async Task<double> RateAsync(WebApplication app, int callers, int batch, double seconds)
    {
        var log = app.Services.GetRequiredService<IEventLog>();
        var (done, started) = (0L, Stopwatch.GetTimestamp());
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            while (Stopwatch.GetElapsedTime(started).TotalSeconds < seconds)
            {
                var outcome = await log.AppendAsync([.. Enumerable.Range(0, batch).Select(_ => Draft())], CancellationToken.None);
                Interlocked.Add(ref done, outcome.Succeeded ? batch : 0);
            }
        })));
        return done / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static EventDraft Draft()
    {
        var number = Interlocked.Increment(ref _next);
        var (body, id, session, client) = SampleEvent.Make(TimeProvider.System.GetUtcNow());
        SampleEvent.WriteId(body.AsSpan(id), number);
        SampleEvent.WriteDialog(body.AsSpan(session), number / SampleEvent.Length);
        SampleEvent.WriteDialog(body.AsSpan(client), number / SampleEvent.Length);
        return new EventDraft { Bot = "bench", Envelope = "native", Content = EventJudge.Judge(body, out _)!, Json = body };
    }

    private static async Task<WebApplication> StartAsync(string folder, bool hasEvidence)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection([new("Storage:DataFolder", folder)]);
        builder.AddFoundation().AddStorage().AddEvents().AddSettings().AddConversations();
        builder.Services.AddSingleton<LogKeyFile>().AddSingleton<SignedLast>().AddSingleton<Origins>().AddSingleton<CheckpointShelf>().AddSingleton<RecomputeTree>();
        builder.Services.AddSingleton<CheckpointCheck>().AddSingleton<VerifyLog>().AddSingleton<IAnchored, NoJournal>();
        if (hasEvidence)
        {
            builder.Services.AddSingleton<IAppendStep, LeafStep>();
        }

        var app = builder.Build();
        await app.StartAsync();
        return app;
    }

    private sealed class NoJournal : IAnchored
    {
        public Task<long> LastBeforeAsync(DateTimeOffset moment, CancellationToken cancel) => Task.FromResult(0L);

        public Task<string> DigestAsync(long after, long upTo, CancellationToken cancel) => Task.FromResult("");
    }
}
