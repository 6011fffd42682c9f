using System.Diagnostics;
using System.Net;
using AuditDashboard.Backups;
using AuditDashboard.Backups.Files;
using AuditDashboard.Backups.Making;
using AuditDashboard.Backups.Restoring;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Backups.Making;

/// <summary>Backups while bots post: each is whole, and the bots do not wait for it.</summary>
public sealed class BackupUnderLoadTests
{
    private const int Backups = 50;

    private readonly List<double> _alone = [];
    private readonly List<double> _beside = [];
    private volatile List<double>? _taking;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Fifty_backups_under_load_are_verified_and_ingest_goes_on()
    {
        await using var host = await IngestHost.StartAsync(null, [("Backups:LeastFreeMegabytes", "0"), ("Backups:LeastFreePercent", "0")], builder => builder.AddBackups());
        await FillAsync(host, 3000);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        _taking = _alone;
        var bots = Enumerable.Range(0, 4).Select(bot => PostAsync(host, bot, stop.Token)).ToList();
        await WhenAsync(() => _alone.Count >= 1000);

        _taking = _beside;
        for (var i = 0; i < Backups; i++)
        {
            Assert.Null(await host.Get<CarryOut>().HandleAsync(new BackupOrder(Guid.CreateVersion7(host.Clock.GetUtcNow()), "u-1"), Cancel));
        }

        await stop.CancelAsync();
        await Task.WhenAll(bots);
        var made = host.Get<BackupShelf>().Present();
        var opened = made.Count(backup => Opens(host, backup));
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"backups verified {made.Count(backup => backup.IsVerified)} of {Backups}, opened again {opened}, the last {made[0].Size / 1024} KiB with {made[0].Events} events; "
            + $"ingest p50/p99 alone {At(_alone, 0.5):F1}/{At(_alone, 0.99):F1} ms, beside backups {At(_beside, 0.5):F1}/{At(_beside, 0.99):F1} ms ({_beside.Count} calls)");
        Assert.Equal((Backups, Backups), (made.Count(backup => backup.IsVerified), opened));
        Assert.True(made.Max(backup => backup.LastSeq) > made.Min(backup => backup.LastSeq));
    }

    private async Task PostAsync(IngestHost host, int bot, CancellationToken stop)
    {
        for (var i = 0; !stop.IsCancellationRequested; i++)
        {
            var began = Stopwatch.GetTimestamp();
            using var answer = await host.PostAsync(Event($"{bot}-{i}", $"s-{bot}-{i / 12}"));
            Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
            var times = _taking!;
            lock (times)
            {
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }

            await Task.Delay(2, Cancel);
        }
    }

    private static async Task FillAsync(IngestHost host, int events)
    {
        foreach (var portion in Enumerable.Range(0, events).Chunk(500))
        {
            using var answer = await host.PostAsync($"[{string.Join(',', portion.Select(i => Event($"f-{i}", $"f-{i / 12}")))}]");
            Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        }
    }

    private static string Event(string id, string session) =>
        $$"""{"id":"{{id}}","type":"message.received","time":"2026-11-22T09:59:00Z","session":"{{session}}","channel":"telegram","text":"Можно на субботу к Ольге? {{id}}"}""";

    private static bool Opens(IngestHost host, BackupManifest backup) =>
        host.Get<UnpackBackup>().Ready(host.Get<BackupShelf>().PathOf(backup.File), null, Cancel).LastSeq == backup.LastSeq;

    private static async Task WhenAsync(Func<bool> isSo)
    {
        while (!isSo())
        {
            await Task.Delay(10, Cancel);
        }
    }

    private static double At(List<double> times, double part)
    {
        var sorted = times.Order().ToList();
        return sorted[(int)(part * (sorted.Count - 1))];
    }
}
