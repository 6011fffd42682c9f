using AuditDashboard.Access;
using AuditDashboard.Access.Journal;
using AuditDashboard.Access.Viewing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Tests.Access;

public sealed class JournalTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_entry_names_who_what_when_and_from_where()
    {
        await using var host = await AccessHost.StartProvisionedAsync();
        await using var owner = await OwnerScope.OpenAsync(host);

        await owner.Get<IAccessJournal>().WriteAsync("dialog.viewed", "session-1", " complaint ", Cancel);

        var (lines, total) = await owner.Get<JournalQuery>().RunAsync(new JournalFilter(), 0, 10, Cancel);
        Assert.Equal(1, total);
        Assert.Equal(new JournalLine(1, host.Time.GetUtcNow(), "Owner", "dialog.viewed", "session-1", null, "complaint", "192.0.2.7", "Firefox, Linux"), lines[0]);
    }

    [Theory]
    [InlineData("update access_journal set who = 'nobody'")]
    [InlineData("delete from access_journal")]
    public async Task An_entry_can_be_neither_changed_nor_deleted_in_the_database_itself(string sql)
    {
        await using var host = await AccessHost.StartProvisionedAsync();
        await using var owner = await OwnerScope.OpenAsync(host);
        await owner.Get<IAccessJournal>().WriteAsync("dialog.viewed", "session-1", null, Cancel);
        await using var db = host.Database();

        var refused = await Assert.ThrowsAsync<SqliteException>(() => db.Database.ExecuteSqlRawAsync(sql, Cancel));

        Assert.Contains("append-only", refused.Message, StringComparison.Ordinal);
        Assert.Equal(1, await db.Set<AccessEntryRow>().CountAsync(Cancel));
    }

    [Fact]
    public async Task Whoever_is_no_owner_reads_only_their_own_entries_whatever_they_ask_for()
    {
        var settings = AccessHost.Provisioned();
        settings["Provisioning:Users:1:Email"] = "manager@salon.example";
        settings["Provisioning:Users:1:Password"] = "manager1";
        settings["Provisioning:Users:1:Role"] = "manager";
        await using var host = await AccessHost.StartAsync(settings);
        await using var owner = await OwnerScope.OpenAsync(host);
        await using var manager = await OwnerScope.OpenAsync(host, "manager@salon.example");
        await owner.Get<IAccessJournal>().WriteAsync("phone.revealed", "client-1", "call back", Cancel);
        await manager.Get<IAccessJournal>().WriteAsync("dialog.viewed", "session-1", null, Cancel);

        var own = await manager.Get<JournalQuery>().RunAsync(new JournalFilter(Who: owner.UserId), 0, 10, Cancel);
        var all = await owner.Get<JournalQuery>().RunAsync(new JournalFilter(), 0, 10, Cancel);
        var phones = await owner.Get<JournalQuery>().RunAsync(new JournalFilter(Action: "phone"), 0, 10, Cancel);

        Assert.Equal("dialog.viewed", Assert.Single(own.Lines).Action);
        Assert.Equal(["dialog.viewed", "phone.revealed"], all.Lines.Select(line => line.Action));
        Assert.Equal("phone.revealed", Assert.Single(phones.Lines).Action);
    }

    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 YaBrowser/24.10 Safari/537.36", "Yandex, Windows")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Safari/604.1", "Safari, iPhone")]
    [InlineData("", "")]
    public void A_device_is_named_by_browser_and_system(string agent, string device) => Assert.Equal(device, Origin.DeviceOf(agent));
}
