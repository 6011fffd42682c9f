using System.Globalization;
using System.Text.Json.Nodes;
using AuditDashboard.Bitrix24.Page;
using AuditDashboard.Bitrix24.Portal;
using AuditDashboard.Conversations;
using AuditDashboard.Storage;
using AuditDashboard.Tests.Bitrix24.Emulator;
using AuditDashboard.Tests.Replay;
using AuditDashboard.Tests.Retention;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Tests.Bitrix24.Incoming;

/// <summary>What people do in the portal changes the numbers and the dialog's card here.</summary>
public sealed class CrmNumbersTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_lead_that_the_portal_calls_spam_leaves_the_conversion_and_its_card_says_lost()
    {
        await using var crm = await CrmApp.StartAsync();
        crm.Portal.State.Statuses.Add(new JsonObject { ["ID"] = "901", ["ENTITY_ID"] = "STATUS", ["STATUS_ID"] = "UC_SPAM", ["NAME"] = "Спам", ["SORT"] = "90", ["SEMANTICS"] = "F" });
        await LeadAsync(crm, 1);
        await LeadAsync(crm, 2);
        var spam = crm.Portal.State.Leads.Keys.First();
        Assert.Equal((0, 2), await ConversionAsync(crm));

        crm.Portal.State.Edit(1, spam, ("stageId", "UC_SPAM"));
        await crm.HearAsync();

        Assert.Equal((0, 1), await ConversionAsync(crm));
        var card = await CardAsync(crm, "m-1");
        Assert.Equal(("Спам", "F"), (card.Stage, card.Semantics));
    }

    [Fact]
    public async Task A_deal_that_is_won_closes_the_lead_with_its_sum_and_what_is_lost_for_its_price_says_so()
    {
        await using var crm = await CrmApp.StartAsync();
        crm.Portal.State.Statuses.Add(new JsonObject { ["ID"] = "902", ["ENTITY_ID"] = "STATUS", ["STATUS_ID"] = "UC_DEAR", ["NAME"] = "Дорого", ["SORT"] = "91", ["SEMANTICS"] = "F" });
        await LeadAsync(crm, 1);
        await LeadAsync(crm, 2);
        var (won, dear) = (crm.Portal.State.Leads.Keys.First(), crm.Portal.State.Leads.Keys.Last());
        var deal = crm.Portal.Methods.Items.AddItem(2, new JsonObject { ["title"] = "Сделка", ["leadId"] = won })["id"].Number();
        crm.Portal.State.Edit(1, won, ("stageId", "CONVERTED"));
        await crm.HearAsync();

        crm.Portal.State.Edit(2, deal, ("stageId", "WON"), ("opportunity", 4800.0));
        crm.Portal.State.Edit(1, dear, ("stageId", "UC_DEAR"));
        await crm.HearAsync();

        var closed = await crm.App.EventsAsync("&type=lead.closed");
        Assert.Equal(["price"], closed.Select(item => item.GetProperty("data")).Where(data => data.TryGetProperty("reason", out _)).Select(data => data.GetProperty("reason").GetString()));
        var card = await CardAsync(crm, "m-1");
        Assert.Equal((2, deal, "S", 480_000L), (card.EntityTypeId, card.PortalId, card.Semantics, card.Sum!.Value));
        Assert.Equal((0, 2), await ConversionAsync(crm));
    }

    private static async Task LeadAsync(CrmApp crm, int n)
    {
        var (app, client) = (crm.App, new { id = $"tg:70000010{n}", name = "Анна", phone = $"+7 900 000-01-0{n}" });
        await app.SendAsync(
            new { id = $"m-{n}", type = "message.received", time = app.Now, session = $"s-{n}", channel = "telegram", client, text = "Можно на субботу?" },
            new { id = $"l-{n}", type = "lead.created", time = app.Now, session = $"s-{n}", channel = "telegram", client, lead = new { id = $"L-{n}" } });
        await crm.SendAsync();
        Assert.Equal(n, crm.Portal.State.Leads.Count);
    }

    private static async Task<(int K, int N)> ConversionAsync(CrmApp crm)
    {
        await crm.App.Get<IStories>().CatchUpAsync(Cancel);
        var today = crm.App.Now;
        var conversion = (await crm.App.GetAsync($"/api/v1/kpi?from={ForgettingApp.Day(today.AddDays(-1))}&to={ForgettingApp.Day(today.AddDays(1))}")).GetProperty("conversion");
        return (conversion.GetProperty("k").GetInt32(), conversion.GetProperty("n").GetInt32());
    }

    private static async Task<DialogLeadView> CardAsync(CrmApp crm, string message)
    {
        var session = Guid.Parse((await crm.App.EventAsync(message)).GetProperty("sessionId").GetString()!, CultureInfo.InvariantCulture);
        var query = new DialogLeadQuery(crm.App.Get<IDbContextFactory<AuditDbContext>>(), crm.App.Get<PortalStore>(), new SignedIn(SignedIn.Owner));
        return (await query.RunAsync(session, Cancel))!;
    }
}
