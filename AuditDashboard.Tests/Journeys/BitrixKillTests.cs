using System.Text.Json;
using AuditDashboard.Tests.Bitrix24.Emulator;
using AuditDashboard.Tests.Support;
using Microsoft.Data.Sqlite;

namespace AuditDashboard.Tests.Journeys;

/// <summary>SIGKILL while the real process is in the middle of a call of the portal: what it was doing is looked for, and done once.</summary>
public sealed class BitrixKillTests
{
    private const int Leads = 60;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_kill_in_the_middle_of_a_call_loses_no_lead_and_doubles_none()
    {
        var folder = Directory.CreateTempSubdirectory("audit-b24kill-").FullName;
        await using var portal = await PortalEmulator.StartAsync(TimeProvider.System);
        (portal.Limits.Burst, portal.Limits.PerSecond) = (10_000, 1_000);
        portal.Faults.Rule = (method, call) => (method, call % 9) switch { ("crm.item.add", 5) => new PortalFault.ExecuteThenDrop(), ("crm.item.list", 7) => PortalFault.TooMany, _ => null };
        string[] arguments =
        [
            $"--Provisioning:Bitrix24:WebhookUrl={portal.WebhookUrl}", "--Outbound:AllowPrivateNetworks=true", "--Bitrix24:RatePerSecond=100", "--Bitrix24:Burst=200", "--Bitrix24:SweepSeconds=1",
        ];
        foreach (var (part, method, executes) in new[] { (0, "crm.item.add", false), (1, "crm.item.add", true), (2, "crm.timeline.comment.add", true) })
        {
            var hang = new PortalFault.Hang(executes);
            portal.Faults.Next(method, hang);
            using var app = await AppProcess.StartAsync(folder, Cancel, arguments);
            await PostAsync(app, part * Leads / 3, Leads / 3);
            await hang.Reached.Task.WaitAsync(TimeSpan.FromSeconds(60), Cancel);
            app.Kill();
        }

        using (var app = await AppProcess.StartAsync(folder, Cancel, arguments))
        {
            await DrainedAsync(app);
        }

        var comments = portal.State.Comments.GroupBy(comment => comment["ENTITY_ID"].Text()).ToList();
        TestContext.Current.TestOutputHelper?.WriteLine($"3 kills in the middle of a call, {Leads} leads, {portal.Calls.Count} calls: {portal.State.Leads.Count} leads and {portal.State.Comments.Count} comments in the portal");
        Assert.Equal((Leads, Leads), (portal.State.Leads.Count, portal.State.Leads.Values.Select(lead => lead["originId"].Text()).Distinct().Count()));
        Assert.Equal((Leads, Leads), (comments.Count, portal.State.Comments.Count));
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task PostAsync(AppProcess app, int from, int count)
    {
        for (var n = from; n < from + count; n++)
        {
            var (now, client) = (TimeProvider.System.GetUtcNow(), new { id = $"tg:{700000000 + n}", name = $"Анна {n}", phone = $"+7 900 000-{n / 100:00}-{n % 100:00}" });
            foreach (var type in new[] { "message.received", "lead.created", "session.closed" })
            {
                using var answer = await app.PostAsync(new { id = $"{type}-{n}", type, time = now, session = $"s-{n}", channel = "telegram", client, lead = type == "lead.created" ? new { id = $"L-{n}" } : null }, Cancel);
                Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancel));
            }
        }
    }

    private static async Task DrainedAsync(AppProcess app)
    {
        JsonElement status = default;
        for (var tries = 0; tries < 600; tries++)
        {
            status = JsonElement.Parse(await app.Bot.GetByteArrayAsync("/api/v1/bitrix24/status", Cancel));
            if ((status.GetProperty("queue").GetInt32(), status.GetProperty("dead").GetInt32()) == (0, 0))
            {
                return;
            }

            await Task.Delay(200, Cancel);
        }

        throw new TimeoutException(status.ToString());
    }
}
