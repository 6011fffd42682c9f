using AuditDashboard.Evidence.Signing;
using AuditDashboard.Evidence.Verifying;

namespace AuditDashboard.Tests.Evidence.Verifying;

/// <summary>A log that was changed with SQL is found out, and the place is named. Every time.</summary>
public sealed class TamperingTests : IDisposable
{
    private const int Events = 600;
    private const int Tries = 1000;
    private readonly string _folder = Directory.CreateTempSubdirectory("audit-tamper-").FullName;

    [Fact]
    public async Task A_thousand_of_a_thousand_changes_are_found_and_located()
    {
        await MakeLogAsync();
        await using var log = new OfflineLog(_folder);
        var random = new Random(20261122);
        var (ways, missed, found) = (Tampering.Ways.ToList(), new List<string>(), new Dictionary<string, int>());
        for (var i = 0; i < Tries; i++)
        {
            var (name, change) = ways[i % ways.Count];
            File.Copy(Golden, Database, overwrite: true);
            var place = change(_folder, random, Events);
            var report = await log.CheckAsync();
            log.LetGo();
            if (report.Faults is [var first, ..] && Locates(first, place))
            {
                found[name] = found.GetValueOrDefault(name) + 1;
            }
            else
            {
                missed.Add($"{name} at {place}: {(report.IsSound ? "not found" : report.Faults[0])}");
            }
        }

        foreach (var (name, count) in found)
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {count} found and located");
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"in all {Tries - missed.Count} of {Tries}");
        Assert.Empty(missed);
    }

    [Fact]
    public async Task An_untouched_log_with_erased_events_is_sound()
    {
        await MakeLogAsync();
        await using var log = new OfflineLog(_folder);

        var report = await log.CheckAsync();

        Assert.Empty(report.Faults);
        Assert.Equal((Events, 86, 3, Events), (report.Leaves, report.Erased, report.Checkpoints, report.Covered));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Database => Path.Combine(_folder, "audit.db");

    private string Golden => Path.Combine(_folder, "golden.db");

    private static bool Locates(Fault fault, long place) => fault.IsCoarse ? place >= fault.Index && place < fault.Index + fault.Count : fault.Index == place;

    /// <summary>Six dialogs in six hundred leaves, three checkpoints, every seventh event erased, which the last one says.</summary>
    private async Task MakeLogAsync()
    {
        await using (var app = EvidenceApp.Start(_folder))
        {
            for (var dialog = 0; dialog < 6; dialog++)
            {
                // The start's own events count too: the log is exactly so long.
                var own = dialog == 0 ? await app.CountAsync("select count(*) from log_entries") : 0;
                await EvidenceApp.TalkAsync(app, $"s-{dialog}", 100 - (int)own - (dialog == 5 ? 1 : 0));
                if (dialog == 5)
                {
                    await EvidenceApp.NameLeavesAsync(app, Enumerable.Range(0, Events).Where(index => index % 7 == 3).Select(index => (long)index));
                }

                if (dialog % 2 == 1)
                {
                    Assert.True((await app.Get<SignCheckpoint>().HandleAsync(CheckpointKind.Demand, whole: false, TestContext.Current.CancellationToken)).Succeeded);
                }
            }
        }

        DatabaseFile.Run(_folder, "delete from log_checkpoints where size not in (200, 400, 600); update events set payload = null, salt = null where log_index % 7 = 3");
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        File.Copy(Database, Golden);
    }
}
