using AuditDashboard.Retention.Erasure;
using AuditDashboard.Storage;
using Microsoft.Data.Sqlite;

namespace AuditDashboard.Tests.Retention.Erasure;

/// <summary>A backup that is older than an erasure brings the person back: the ledger beside the database takes them out again.</summary>
public sealed class ReplayErasuresTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("audit-replay-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

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
        await using (var restored = new ForgettingApp(_folder))
        {
            Assert.NotEqual(0, await restored.CountAsync("select count(*) from events where event_id = 'x-1' and payload is not null"));
            foreach (var step in restored.Get<IEnumerable<IAfterRestore>>().OrderBy(step => step.Order))
            {
                await step.RunAsync(Cancel);
            }

            Assert.Equal(0, await restored.CountAsync("select count(*) from events where event_id in ('x-1', 'x-2', 'x-4') and payload is not null"));
            Assert.Equal(1, await restored.CountAsync("select count(*) from erasures where state = 'done'"));
            Assert.Single(restored.Get<ErasureLedger>().Read());
        }

        Assert.Empty(RawFiles.Naming(_folder, "Ксенофонтова", "Zvyagintseva", "canaryword", "9991112233", "700077701"));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
