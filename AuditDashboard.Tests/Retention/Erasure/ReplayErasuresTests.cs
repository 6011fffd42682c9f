using AuditDashboard.Evidence.Verifying;
using AuditDashboard.Retention.Erasure;
using Microsoft.Data.Sqlite;

namespace AuditDashboard.Tests.Retention.Erasure;

/// <summary>A backup that is older than an erasure brings the person back: the ledger beside the database takes them out again.</summary>
public sealed class ReplayErasuresTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("audit-replay-").FullName;

    [Fact]
    public async Task Who_was_forgotten_is_forgotten_again_after_a_restore()
    {
        var (database, backup) = (Path.Combine(_folder, "audit.db"), Path.Combine(_folder, "old-copy"));
        await using (var app = new ForgettingApp(_folder))
        {
            await ErasureTests.FillAsync(app);
        }

        SqliteConnection.ClearAllPools();
        File.Copy(database, backup);
        await using (var app = new ForgettingApp(_folder))
        {
            await app.EraseAsync((await app.EventAsync("x-1")).GetProperty("clientId").GetString()!);
        }

        SqliteConnection.ClearAllPools();
        File.Move(backup, database, overwrite: true);
        File.Delete(database + "-wal");
        Assert.NotEmpty(RawFiles.Naming(_folder, "canaryword"));
        // What a restore leaves beside the database it has put in place.
        File.WriteAllText(Path.Combine(_folder, "audit.restored"), """{"from":"audit-1.backup","at":"2026-11-20T00:00:00+00:00"}""");
        await using (var restored = new ForgettingApp(_folder))
        {
            Assert.Equal(0, await restored.CountAsync("select count(*) from events where event_id in ('x-1', 'x-2', 'x-4') and payload is not null"));
            Assert.Equal(1, await restored.CountAsync("select count(*) from erasures where state = 'done'"));
            Assert.Single(restored.Get<ErasureLedger>().Read());
            Assert.Empty((await restored.Get<VerifyLog>().RunAsync((_, _) => { }, TestContext.Current.CancellationToken)).Faults);
        }

        Assert.Empty(RawFiles.Naming(_folder, "Ксенофонтова", "Zvyagintseva", "canaryword", "9991112233", "700077701"));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
