using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using AuditDashboard.Tests.Bitrix24.Emulator;
using AuditDashboard.Tests.Retention.Erasure;

namespace AuditDashboard.Tests.Bitrix24.Removal;

/// <summary>What the exchange with the portal keeps of a client: forgotten with them, and with its age.</summary>
public sealed class ForgetLeadsTests
{
    private static readonly string[] Canaries = ["Ксенофонтова", "9991112233", "700077701"];

    [Fact]
    public async Task Of_an_erased_client_nothing_is_left_of_their_lead()
    {
        await using var crm = await CrmApp.StartAsync();
        await FillAsync(crm);
        Assert.Contains(RawFiles.Naming(crm.App.Folder, "Ксенофонтова"), found => found.StartsWith("audit.db", StringComparison.Ordinal));
        Assert.Equal((2, 1), (await crm.App.CountAsync("select count(*) from bitrix_links"), await crm.App.CountAsync("select count(*) from bitrix_outbox where words like '%Ксенофонтова%'")));

        await crm.App.EraseAsync((await crm.App.EventAsync("x-1")).GetProperty("clientId").GetString()!);
        await crm.SendAsync();

        Assert.Empty(RawFiles.Naming(crm.App.Folder, Canaries));
        Assert.Equal((1, 1), (await crm.App.CountAsync("select count(*) from bitrix_links"), await crm.App.CountAsync("select count(distinct link_id) from bitrix_outbox")));
        Assert.Equal(0, await crm.App.CountAsync("select count(*) from bitrix_bookings"));
        Assert.Equal(1, await crm.App.CountAsync("select count(distinct subject) from bitrix_journal where subject like 'lead %' and subject <> 'lead ?'"));
    }

    [Fact]
    public async Task The_act_names_by_number_what_the_owner_must_delete_in_the_portal()
    {
        await using var crm = await CrmApp.StartAsync();
        await FillAsync(crm);
        var lead = crm.Portal.State.Leads.Keys.Single();
        var deal = crm.Portal.Methods.Items.AddItem(2, new JsonObject { ["title"] = "Сделка", ["leadId"] = lead, ["contactId"] = 9 })["id"].Number();
        crm.Portal.State.Edit(1, lead, ("stageId", "CONVERTED"));
        await crm.HearAsync();

        var mine = await crm.App.EraseAsync((await crm.App.EventAsync("o-1")).GetProperty("clientId").GetString()!);
        var stranger = await crm.App.EraseAsync((await crm.App.EventAsync("x-1")).GetProperty("clientId").GetString()!);

        var act = await PaperAsync(crm, mine, "html");
        Assert.Contains("Удалить вручную в Bitrix24", act, StringComparison.Ordinal);
        Assert.Contains($"контакты № 9; сделки № {deal}; лиды № {lead}", act, StringComparison.Ordinal);
        Assert.DoesNotContain("Иванова", act, StringComparison.Ordinal);
        Assert.Contains($"лиды № {lead}", await PaperAsync(crm, mine, "json"), StringComparison.Ordinal);
        Assert.DoesNotContain("Bitrix24", await PaperAsync(crm, stranger, "html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_told_long_ago_is_forgotten_and_an_open_lead_is_still_followed()
    {
        await using var crm = await CrmApp.StartAsync();
        await FillAsync(crm);
        var lead = crm.Portal.State.Leads.Keys.Single();
        crm.App.Clock.AdjustTime(crm.App.Clock.GetUtcNow() + TimeSpan.FromDays(40));

        await crm.App.RetainAsync(30);

        Assert.Empty(RawFiles.Naming(crm.App.Folder, "Ксенофонтова", "9991112233"));
        Assert.Equal(0, await crm.App.CountAsync("select count(*) from bitrix_links where lead_id like '%700077701%'"));
        Assert.Equal(0, await crm.App.CountAsync("select count(*) from bitrix_outbox where state in ('done', 'skipped') or words is not null or added is not null"));
        Assert.Equal(1, await crm.App.CountAsync("select count(*) from bitrix_outbox where state = 'dead'"));
        Assert.Equal(1, await crm.App.CountAsync($"select count(*) from bitrix_links where portal_id = {lead}"));
    }

    [Fact]
    public async Task A_lead_that_ended_long_ago_is_followed_no_more()
    {
        await using var crm = await CrmApp.StartAsync();
        await crm.App.SendAsync(
            crm.App.Message("o-1", 0, "Можно на субботу?", "tg:700000105", "Анна Иванова", "+7 900 000-01-05", "s-o"),
            new { id = "o-2", type = "lead.created", time = crm.App.Now, session = "s-o", channel = "telegram", client = new { id = "tg:700000105" }, lead = new { id = "L-2" } });
        await crm.SendAsync();
        crm.Portal.State.Edit(1, crm.Portal.State.Leads.Keys.Single(), ("stageId", "JUNK"));
        await crm.HearAsync();
        crm.App.Clock.AdjustTime(crm.App.Clock.GetUtcNow() + TimeSpan.FromDays(40));

        await crm.App.RetainAsync(30);

        Assert.Equal(0, await crm.App.CountAsync("select count(*) from bitrix_links"));
    }

    private static async Task<string> PaperAsync(CrmApp crm, JsonElement erasure, string format) => WebUtility.HtmlDecode(
        await crm.App.Bot.GetStringAsync($"/api/v1/admin/erasures/{erasure.GetProperty("id").GetString()}/files/act?format={format}", TestContext.Current.CancellationToken));

    /// <summary>Somebody whose lead the portal refuses, naming them, and whose lead's own number names them too; somebody else whose lead arrives.</summary>
    private static async Task FillAsync(CrmApp crm)
    {
        var app = crm.App;
        crm.Portal.Faults.On("crm.item.add", 1, new PortalFault.Reply(400, """{"error":"ERROR_CORE","error_description":"Контакт «Мария Ксенофонтова» уже есть, тел. 9991112233"}"""));
        await app.SendAsync(
            app.Message("x-1", 0, "Можно на субботу?", "tg:700077701", "Мария Ксенофонтова", "+7 999 111-22-33", "tg-700077701"),
            new { id = "x-2", type = "lead.created", time = app.Now, session = "tg-700077701", channel = "telegram", client = new { id = "tg:700077701" }, lead = new { id = "tg-700077701" } },
            new { id = "x-3", type = "booking.created", time = app.Now, session = "tg-700077701", channel = "telegram", client = new { id = "tg:700077701" }, booking = new { id = "B-1", start = app.Now.AddDays(2) } });
        await crm.SendAsync();
        await app.SendAsync(
            app.Message("o-1", 0, "Можно на субботу?", "tg:700000105", "Анна Иванова", "+7 900 000-01-05", "s-o"),
            new { id = "o-2", type = "lead.created", time = app.Now, session = "s-o", channel = "telegram", client = new { id = "tg:700000105" }, lead = new { id = "L-2" } },
            new { id = "o-3", type = "complaint.opened", time = app.Now, session = "s-o", channel = "telegram", client = new { id = "tg:700000105" } });
        await crm.SendAsync();
    }
}
