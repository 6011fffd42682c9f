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
    private const double TurnSeconds = 0.25;
    private static long _next;

    public static async Task<int> RunAsync(int rounds, double seconds)
    {
        var folder = Directory.CreateTempSubdirectory("bench-evidence-").FullName;
        await using var with = await StartAsync(Path.Combine(folder, "with"), hasEvidence: true);
        await using var without = await StartAsync(Path.Combine(folder, "without"), hasEvidence: false);
        foreach (var (callers, batch) in Cells)
        {
            List<(double Rate, double Work)> ratios = [];
            for (var round = 0; round <= rounds; round++)
            {
                var (on, off) = await PairAsync(with, without, callers, batch, seconds);
                ratios.Add((on.Rate / off.Rate, on.Work / off.Work));
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{callers} callers of {batch}: {on.Rate:N0} events/s with the step, {off.Rate:N0} without, {on.Rate / off.Rate:0.000}; processor {on.Work:0.0} and {off.Work:0.0} us an event{(round == 0 ? " (warming up)" : "")}"));
            }

            ratios.RemoveAt(0);
            var (rates, works) = (ratios.Select(ratio => ratio.Rate).Order().ToList(), ratios.Select(ratio => ratio.Work).Order().ToList());
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{callers} callers of {batch}: ratio of rates {rates[rates.Count / 2]:0.000} [{rates[0]:0.000}..{rates[^1]:0.000}], of processor time {works[works.Count / 2]:0.000} [{works[0]:0.000}..{works[^1]:0.000}]"));
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

    /// <summary>By short turns, none of which leaves work to the next, each side first as often as the other: what else the machine does meets both alike.</summary>
    private static async Task<(Spent On, Spent Off)> PairAsync(WebApplication with, WebApplication without, int callers, int batch, double seconds)
    {
        var (on, off) = (new Spent(), new Spent());
        var turns = Math.Max(2, (int)(seconds / TurnSeconds));
        for (var turn = 0; turn < turns; turn++)
        {
            var (first, second) = turn % 2 == 0 ? (with, without) : (without, with);
            await RunAsync(first, first == with ? on : off, callers, batch);
            await RunAsync(second, second == with ? on : off, callers, batch);
        }

        return (on, off);
    }

    private static async Task RunAsync(WebApplication app, Spent spent, int callers, int batch)
    {
        var log = app.Services.GetRequiredService<IEventLog>();
        var (done, started, work) = (0L, Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            while (Stopwatch.GetElapsedTime(started).TotalSeconds < TurnSeconds)
            {
                var outcome = await log.AppendAsync([.. Enumerable.Range(0, batch).Select(_ => Draft())], CancellationToken.None);
                Interlocked.Add(ref done, outcome.Succeeded ? batch : 0);
            }
        })));
        var time = Stopwatch.GetElapsedTime(started);
        await app.Services.GetRequiredService<IStories>().CatchUpAsync(CancellationToken.None);
        spent.Add(done, time, Environment.CpuUsage.TotalTime - work);
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
        var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false"]);
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

    /// <summary>What one side's turns came to.</summary>
    private sealed class Spent
    {
        private double _events;
        private TimeSpan _time;
        private TimeSpan _work;

        /// <summary>Events a second.</summary>
        public double Rate => _events / _time.TotalSeconds;

        /// <summary>Processor time of this process, microseconds an event: what others do on the machine is not in it.</summary>
        public double Work => _work.TotalMicroseconds / _events;

        public void Add(long events, TimeSpan time, TimeSpan work) => (_events, _time, _work) = (_events + events, _time + time, _work + work);
    }

    private sealed class NoJournal : IAnchored
    {
        public Task<long> LastBeforeAsync(DateTimeOffset moment, CancellationToken cancel) => Task.FromResult(0L);

        public Task<string> DigestAsync(long after, long upTo, CancellationToken cancel) => Task.FromResult("");
    }
}
