using System.Text.Json;
using AuditDashboard.Tests.Backups;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Journeys;

/// <summary>An operator's day with the real process: a second instance by mistake, a backup by script, and its restore on another server.</summary>
public sealed class RestoreTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_backup_made_by_script_is_restored_on_another_server_by_one_command()
    {
        var (here, there) = (BackupHost.NewFolder(), BackupHost.NewFolder());
        string backup;
        using (var app = await AppProcess.StartAsync(here, Cancel, "--Backups:LeastFreeMegabytes=0", "--Backups:LeastFreePercent=0"))
        {
            using var sent = await app.PostAsync(new { id = "m-1", type = "message.received", time = TimeProvider.System.GetUtcNow(), session = "s-1", channel = "telegram", text = "Можно на субботу?" }, Cancel);
            var second = await AppProcess.RunAsync(here, Cancel, "--urls", "http://127.0.0.1:0");
            Assert.Equal(78, second.ExitCode);
            Assert.StartsWith("Storage:DataFolder занята другим запущенным экземпляром", second.Complained, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", second.Complained + second.Said, StringComparison.Ordinal);

            backup = Path.Combine(here, "backups", await BackUpAsync(app));
            var busy = await AppProcess.RunAsync(here, Cancel, "--", "restore", backup);
            Assert.Equal(78, busy.ExitCode);
        }

        var without = await AppProcess.RunAsync(there, Cancel, "restore", backup);
        Assert.Equal((78, true), (without.ExitCode, without.Complained.Contains("--key", StringComparison.Ordinal)));

        var restored = await AppProcess.RunAsync(there, Cancel, "restore", backup, "--key", Path.Combine(here, "keys", "backup.key"));
        Assert.True(restored.ExitCode == 0, restored.Complained);
        Assert.StartsWith("Восстановлено из audit-", restored.Said, StringComparison.Ordinal);

        using (var app = await AppProcess.StartAsync(there, Cancel))
        {
            var events = await app.Bot.GetStringAsync("/api/v1/events?type=message.received", Cancel);
            Assert.Contains("Можно на субботу?", events, StringComparison.Ordinal);
        }

        Directory.Delete(here, recursive: true);
        Directory.Delete(there, recursive: true);
    }

    /// <returns>Name of the file.</returns>
    private static async Task<string> BackUpAsync(AppProcess app)
    {
        using var asked = await app.Bot.PostAsync("/api/v1/admin/backups", null, Cancel);
        while (true)
        {
            var list = JsonElement.Parse(await app.Bot.GetByteArrayAsync("/api/v1/admin/backups", Cancel)).GetProperty("backups");
            if (list.GetArrayLength() > 0)
            {
                return list[0].GetProperty("file").GetString()!;
            }

            await Task.Delay(50, Cancel);
        }
    }
}
