using System.Net;
using AuditDashboard.Access;
using AuditDashboard.Access.Journal;
using AuditDashboard.Access.Viewing;
using AuditDashboard.Foundation;
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

    [Fact]
    public async Task A_dialog_opened_again_within_five_minutes_is_one_look_and_a_reveal_is_always_noted()
    {
        await using var host = await AccessHost.StartProvisionedAsync();
        await using var owner = await OwnerScope.OpenAsync(host);
        var journal = owner.Get<IAccessJournal>();
        string[] done = ["dialog.viewed", "dialog.viewed", "phone.revealed", "phone.revealed"];
        foreach (var action in done)
        {
            await journal.WriteAsync(action, "session-1", "call back", Cancel);
        }

        await journal.WriteAsync("dialog.viewed", "session-2", null, Cancel);
        host.Time.Advance(TimeSpan.FromMinutes(5));
        await journal.WriteAsync("dialog.viewed", "session-1", null, Cancel);

        var (lines, _) = await owner.Get<JournalQuery>().RunAsync(new JournalFilter(), 0, 10, Cancel);
        Assert.Equal(["dialog.viewed", "phone.revealed", "phone.revealed", "dialog.viewed", "dialog.viewed"], lines.Reverse().Select(line => line.Action));
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

    [Fact]
    public async Task A_key_that_asks_for_more_than_it_may_is_noted_once_in_ten_minutes()
    {
        await using var host = await AccessHost.StartProvisionedAsync();
        await using var owner = await OwnerScope.OpenAsync(host);
        using var bot = new HttpClient { BaseAddress = host.Address };
        bot.DefaultRequestHeaders.Add("X-Api-Key", AccessHost.IngestKey);

        for (var tries = 0; tries < 3; tries++)
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await bot.GetAsync("/test/evidence", Cancel)).StatusCode);
        }

        var (lines, total) = await owner.Get<JournalQuery>().RunAsync(new JournalFilter(Action: "access"), 0, 10, Cancel);
        Assert.Equal((1, "access.refused", "/test/evidence", "bot"), (total, lines[0].Action, lines[0].Subject, lines[0].Who));
    }

    [Fact]
    public async Task Who_looked_at_a_client_is_told_by_the_client()
    {
        await using var host = await AccessHost.StartProvisionedAsync();
        await using var owner = await OwnerScope.OpenAsync(host);
        var (client, journal) = (new ClientId(Guid.CreateVersion7(host.Time.GetUtcNow())), owner.Get<IAccessJournal>());
        await journal.WriteAsync("dialog.viewed", "session-1", client, null, Cancel);
        await journal.WriteAsync("phone.revealed", client.ToString(), null, Cancel);
        await journal.WriteAsync("dialog.viewed", "session-2", null, Cancel);

        var (lines, _) = await owner.Get<JournalQuery>().RunAsync(new JournalFilter(Client: client.ToString()), 0, 10, Cancel);

        Assert.Equal(["phone.revealed", "dialog.viewed"], lines.Select(line => line.Action));
    }

    [Fact]
    public async Task The_journal_leaves_as_a_file_in_which_no_reason_is_a_formula()
    {
        await using var host = await AccessHost.StartProvisionedAsync();
        await using var owner = await OwnerScope.OpenAsync(host);
        await owner.Get<IAccessJournal>().WriteAsync("phone.revealed", "client-1", "=1+1", Cancel);
        using var visitor = host.Browse();
        await visitor.SubmitAsync("/login", ("Email", AccessHost.OwnerEmail), ("Password", AccessHost.OwnerPassword));

        var file = await visitor.ReadAsync("/access-log/file?what=phone");

        Assert.Contains("\"phone.revealed\";\"client-1\";\"'=1+1\"", file, StringComparison.Ordinal);
        Assert.DoesNotContain("signed.in", file, StringComparison.Ordinal);
        Assert.Equal(1, (await owner.Get<JournalQuery>().RunAsync(new JournalFilter(Action: "export"), 0, 10, Cancel)).Total);
    }

    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 YaBrowser/24.10 Safari/537.36", "Yandex, Windows")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Safari/604.1", "Safari, iPhone")]
    [InlineData("", "")]
    public void A_device_is_named_by_browser_and_system(string agent, string device) => Assert.Equal(device, Origin.DeviceOf(agent));
}
