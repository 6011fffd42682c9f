using System.Security.Cryptography;
using System.Text;
using AuditDashboard.Events;
using AuditDashboard.Evidence.Log;
using AuditDashboard.Storage;
using AuditDashboard.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Tests.Evidence.Log;

public sealed class LeafStepTests
{
    [Fact]
    public void A_leaf_is_four_lines_of_text()
    {
        var entry = new byte[160];

        var length = Leaf.WriteEntry(123, 1795352975000, new byte[32], entry);

        Assert.Equal($"auditdashboard/event/v1\n123\n1795352975000\n{Convert.ToBase64String(new byte[32])}\n", Encoding.UTF8.GetString(entry, 0, length));
        Assert.Equal(SHA256.HashData([0, .. entry[..length]]), Leaf.Hash(123, 1795352975000, new byte[32]));
    }

    [Fact]
    public async Task The_tree_goes_on_after_a_restart_where_it_stopped()
    {
        var folder = Directory.CreateTempSubdirectory("audit-").FullName;
        await AppendAsync(folder, "first", 300);
        await AppendAsync(folder, "second", 300);

        await using var app = new TestApp(folder);
        await using var db = await app.Get<IDbContextFactory<AuditDbContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        var leaves = await db.Set<LogEntryRow>().OrderBy(row => row.Idx).ToListAsync(TestContext.Current.CancellationToken);
        var subtrees = await db.Set<LogSubtreeRow>().OrderBy(row => row.N).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(Enumerable.Range(0, 600).Select(i => (long)i), leaves.Select(leaf => leaf.Idx));
        Assert.Equal([0L, 1L], subtrees.Select(tree => tree.N));
        Assert.Equal(Leaf.FullRoot(leaves.Skip(256).Take(256).Select(leaf => leaf.LeafHash).ToArray()), subtrees[1].Hash);
    }

    private static async Task AppendAsync(string folder, string name, int count)
    {
        await using var app = new TestApp(folder);
        var drafts = Enumerable.Range(0, count).Select(i => Drafts.Message($"{name}-{i}", "2026-11-22T09:59:00Z")).ToList();
        Assert.True((await app.Get<IEventLog>().AppendAsync(drafts, TestContext.Current.CancellationToken)).Succeeded);
    }
}
