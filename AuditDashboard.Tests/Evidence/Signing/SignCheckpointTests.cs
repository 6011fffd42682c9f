using AuditDashboard.Evidence.Proving;
using AuditDashboard.Evidence.Signing;
using AuditDashboard.Storage;
using AuditDashboard.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AuditDashboard.Tests.Evidence.Signing;

public sealed class SignCheckpointTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("audit-sign-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_checkpoint_is_a_signed_note_of_five_lines_under_a_host_of_ours()
    {
        await using var app = EvidenceApp.Start(_folder, ("PublicBaseUrl", "https://audit.salon.example/"));
        await EvidenceApp.TalkAsync(app, "s-1", 300);

        var note = await SignAsync(app);

        var lines = note.Text.Split('\n');
        Assert.Equal(["audit.salon.example/log/1", note.Size.ToString(System.Globalization.CultureInfo.InvariantCulture), Convert.ToBase64String(note.Root), ""], lines[..4]);
        Assert.StartsWith("— audit.salon.example/log/1 ", lines[4], StringComparison.Ordinal);
        Assert.Equal("", lines[5]);
        Assert.True(note.IsSignedBy((await app.Get<Origins>().CurrentAsync(Cancel)).VerifierKey));
        Assert.False((note with { Size = note.Size + 1 }).IsSignedBy((await app.Get<Origins>().CurrentAsync(Cancel)).VerifierKey));
    }

    [Fact]
    public async Task The_seed_is_a_file_of_32_bytes_only_the_owner_of_the_process_reads()
    {
        await using var app = EvidenceApp.Start(_folder);
        await SignAsync(app);

        var file = new FileInfo(Path.Combine(_folder, "keys", "log.key"));

        Assert.Equal(32, file.Length);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, file.UnixFileMode);
    }

    [Fact]
    public async Task A_later_checkpoint_goes_on_from_the_earlier_one()
    {
        await using var app = EvidenceApp.Start(_folder);
        await EvidenceApp.TalkAsync(app, "s-1", 333);
        var first = await SignAsync(app);
        await EvidenceApp.TalkAsync(app, "s-1", 500, from: 333);

        var second = await SignAsync(app);

        var walk = new TreeWalk(new TreeNodes(app.Get<IDbContextFactory<AuditDbContext>>(), Cancel).AtAsync);
        Assert.Equal(first.Size + 500, second.Size);
        Assert.True(Proof.IsConsistent(first.Size, first.Root, second.Size, second.Root, await walk.ConsistencyAsync(first.Size, second.Size)));
        Assert.Equal(second.Root, (await app.Get<RecomputeTree>().RunAsync(0, second.Size, whole: true, Cancel)).Root);
    }

    [Theory]
    [InlineData("update log_entries set received_ms = received_ms + 1 where idx = 7")]
    [InlineData("update log_entries set leaf_hash = randomblob(32) where idx = 299")]
    [InlineData("update log_subtrees set hash = randomblob(32) where n = 0")]
    [InlineData("delete from log_entries where idx = 100")]
    [InlineData("delete from log_entries where idx > 250; delete from events where log_index > 250; delete from log_checkpoints")]
    public async Task Nothing_is_signed_over_a_changed_log_and_the_alarm_is_raised(string tampering)
    {
        await using var app = EvidenceApp.Start(_folder);
        await EvidenceApp.TalkAsync(app, "s-1", 400);
        await SignAsync(app);
        DatabaseFile.Run(_folder, tampering);

        var refused = await app.Get<SignCheckpoint>().HandleAsync(CheckpointKind.Regular, whole: true, Cancel);

        Assert.Equal("log-broken", refused.Refusal?.Code);
        Assert.NotNull(app.Get<LogAlarm>().Fault);
    }

    [Fact]
    public async Task A_database_put_back_by_hand_is_not_signed_however_much_it_grows()
    {
        var old = Path.Combine(_folder, "old.db");
        await using (var app = EvidenceApp.Start(_folder))
        {
            await EvidenceApp.TalkAsync(app, "s-1", 50);
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        File.Copy(Path.Combine(_folder, "audit.db"), old);
        await using (var app = EvidenceApp.Start(_folder))
        {
            await EvidenceApp.TalkAsync(app, "s-2", 50);
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        File.Copy(old, Path.Combine(_folder, "audit.db"), overwrite: true);
        await using var again = EvidenceApp.Start(_folder);
        var smaller = await again.Get<SignCheckpoint>().HandleAsync(CheckpointKind.Regular, whole: true, Cancel);
        await EvidenceApp.TalkAsync(again, "s-3", 90);
        var larger = await again.Get<SignCheckpoint>().HandleAsync(CheckpointKind.Regular, whole: true, Cancel);

        Assert.Equal("log-broken", smaller.Refusal?.Code);
        Assert.Equal("log-broken", larger.Refusal?.Code);
    }

    [Fact]
    public async Task After_a_restore_another_name_signs_and_the_old_checkpoints_still_hold()
    {
        await using var app = EvidenceApp.Start(_folder);
        await EvidenceApp.TalkAsync(app, "s-1", 30);
        var before = await SignAsync(app);

        await app.Services.GetServices<IAfterRestore>().OfType<StartNewOrigin>().Single().RunAsync(Cancel);
        var after = await SignAsync(app);

        Assert.EndsWith("/log/1", before.Origin, StringComparison.Ordinal);
        Assert.EndsWith("/log/2", after.Origin, StringComparison.Ordinal);
        Assert.Equal(before.Origin[..^1], after.Origin[..^1]);
        Assert.True((await app.Get<AuditDashboard.Evidence.Verifying.VerifyLog>().RunAsync((_, _) => { }, Cancel)).IsSound);
    }

    [Fact]
    public async Task The_database_itself_refuses_to_change_a_leaf()
    {
        await using var app = EvidenceApp.Start(_folder);
        await EvidenceApp.TalkAsync(app, "s-1", 300);
        await SignAsync(app);

        foreach (var sql in (string[])["update log_entries set received_ms = 1", "delete from log_entries", "delete from log_subtrees", "update log_origins set name = 'x'"])
        {
            var refused = await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => app.CountAsync(sql));
            Assert.Contains("is append-only", refused.Message, StringComparison.Ordinal);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task<SignedNote> SignAsync(TestApp app) => (await app.Get<SignCheckpoint>().HandleAsync(CheckpointKind.Demand, whole: false, Cancel)).Value!;
}
