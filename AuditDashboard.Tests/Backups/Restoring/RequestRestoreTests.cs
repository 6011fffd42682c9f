using AuditDashboard.Access;
using AuditDashboard.Backups.Files;
using AuditDashboard.Backups.Making;
using AuditDashboard.Backups.Restoring;
using AuditDashboard.Foundation;
using AuditDashboard.Tests.Replay;
using Microsoft.Extensions.Hosting;

namespace AuditDashboard.Tests.Backups.Restoring;

public sealed class RequestRestoreTests
{
    private readonly WrittenJournal _journal = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_owner_goes_back_to_a_backup_and_the_application_restarts_into_it()
    {
        var folder = BackupHost.NewFolder();
        var before = await BackupHost.StartAsync(folder);
        await before.TellAsync(100);
        var backup = await before.MakeAsync();
        await before.TellAsync(50, first: 1000);

        var stopping = new TaskCompletionSource();
        using var heard = before.Get<IHostApplicationLifetime>().ApplicationStopping.Register(stopping.SetResult);
        Assert.Null(await Asking(before, SignedIn.Owner).HandleAsync(backup.File, Cancel));
        await stopping.Task.WaitAsync(Cancel);
        Assert.True(before.Get<Restart>().IsWanted);
        await before.StopAsync();

        await using (var after = await BackupHost.StartAsync(folder))
        {
            Assert.Equal(101, await after.LastSeqAsync()); // a hundred, and the restore
            Assert.Single(Directory.GetFiles(folder, "audit.db.before-restore-*"), path => path.EndsWith('Z'));
        }

        Assert.Contains(_journal.Entries, entry => entry.StartsWith("backup.restore_asked", StringComparison.Ordinal));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Nobody_else_may_and_only_from_a_sound_backup()
    {
        await using var host = await BackupHost.StartAsync();
        var backup = await host.MakeAsync();

        Assert.Equal("forbidden", (await Asking(host, SignedIn.Manager).HandleAsync(backup.File, Cancel))?.Code);
        Assert.Equal("backup.unknown", (await Asking(host, SignedIn.Owner).HandleAsync("audit.db", Cancel))?.Code);
        host.Get<BackupShelf>().Change(backup.File, found => found with { Problem = "sha256" });
        Assert.Equal("backup.unknown", (await Asking(host, SignedIn.Owner).HandleAsync(backup.File, Cancel))?.Code);
        Assert.Empty(_journal.Entries);
    }

    [Fact]
    public async Task A_sealed_file_carried_here_is_taken_onto_the_shelf()
    {
        await using var host = await BackupHost.StartAsync();
        var backup = await host.MakeAsync();
        File.Delete(Path.ChangeExtension(host.PathOf(backup), ".json"));
        await File.WriteAllTextAsync(Path.Combine(host.Backups, "audit-x.backup"), "not one", Cancel);
        Assert.Empty(host.Get<BackupShelf>().Present());

        host.Get<AdoptBackups>().Handle(Cancel);

        var adopted = Assert.Single(host.Get<BackupShelf>().Present());
        Assert.Equal((backup.File, backup.Sha256, backup.CreatedAt, true), (adopted.File, adopted.Sha256, adopted.CreatedAt, adopted.IsVerified));
        Assert.True(File.Exists(Path.Combine(host.Backups, "audit-x.backup")));
    }

    private RequestRestore Asking(BackupHost host, Viewer viewer) =>
        new(host.Get<BackupWork>(), host.Get<BackupShelf>(), host.Get<NoteBackup>(), new SignedIn(viewer), _journal, host.Clock);
}
