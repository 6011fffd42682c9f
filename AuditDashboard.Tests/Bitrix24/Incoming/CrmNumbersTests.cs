using System.Globalization;
using System.Text.Json.Nodes;
using AuditDashboard.Bitrix24.Page;
using AuditDashboard.Bitrix24.Portal;
using AuditDashboard.Conversations;
using AuditDashboard.Kpi;
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

    /// <summary>product.md section 3.12 counts K13 by needs, and its paid step by payments; 3.11 lets each booking's own price count. Spam and the reason of a loss are the portal's part in it.</summary>
    [Fact]
    public async Task The_funnel_and_the_money_lose_what_the_portal_calls_spam_and_learn_why_a_lead_was_lost_but_take_no_sum_from_it()
    {
        await using var crm = await CrmApp.StartAsync();
        crm.Portal.State.Skew = crm.App.Now.AddMinutes(1) - TimeProvider.System.GetUtcNow();
        foreach (var (id, name) in new[] { ("UC_SPAM", "Спам"), ("UC_DEAR", "Дорого") })
        {
            crm.Portal.State.Statuses.Add(new JsonObject { ["ID"] = id, ["ENTITY_ID"] = "STATUS", ["STATUS_ID"] = id, ["NAME"] = name, ["SORT"] = "90", ["SEMANTICS"] = "F" });
        }

        await LeadAsync(crm, 1);
        await LeadAsync(crm, 2);
        await LeadAsync(crm, 3);
        await crm.App.SendAsync(new { id = "r-2", type = "message.sent", time = crm.App.Now, session = "s-2", channel = "telegram", client = new { id = "tg:700000102" }, text = "Стрижка 4800" });
        await VisitAsync(crm, 3, 4_800);
        var leads = crm.Portal.State.Leads.Keys.ToList();
        var deal = crm.Portal.Methods.Items.AddItem(2, new JsonObject { ["title"] = "Сделка", ["leadId"] = leads[2] })["id"].Number();
        crm.Portal.State.Edit(1, leads[2], ("stageId", "CONVERTED"));
        await crm.HearAsync();

        crm.Portal.State.Edit(1, leads[0], ("stageId", "UC_SPAM"));
        crm.Portal.State.Edit(1, leads[1], ("stageId", "UC_DEAR"));
        crm.Portal.State.Edit(2, deal, ("stageId", "WON"), ("opportunity", 99_999.0));
        await crm.HearAsync();

        Assert.Equal(9_999_900, (await CardAsync(crm, "m-3")).Sum);
        crm.App.Clock.Advance(TimeSpan.FromDays(9));
        var overview = await OverviewAsync(crm);
        Assert.Equal((2, 1, 1, 0), (StepOf(overview, KpiNumber.Needs), StepOf(overview, KpiNumber.FunnelBooked), StepOf(overview, KpiNumber.FunnelCame), StepOf(overview, KpiNumber.FunnelPaid)));
        Assert.Equal(["price"], overview.Losses.Select(loss => loss.Reason));
        Assert.Equal((1, 480_000L, 240_000L), (overview.LostMoney.LostNeeds, overview.LostMoney.AverageKopecks!.Value, overview.LostMoney.LostNeedsKopecks!.Value));
    }

    private static async Task VisitAsync(CrmApp crm, int n, int price)
    {
        var (now, client, booking) = (crm.App.Now, new { id = $"tg:70000010{n}" }, new { id = $"B-{n}", start = crm.App.Now.AddHours(3), price });
        await crm.App.SendAsync(
            new { id = $"b-{n}", type = "booking.created", time = now, session = $"s-{n}", channel = "telegram", actor = "ai", client, booking },
            new { id = $"a-{n}", type = "booking.attended", time = now.AddMinutes(1), session = $"s-{n}", channel = "telegram", actor = "human", client, booking });
    }

    private static async Task<KpiOverview> OverviewAsync(CrmApp crm)
    {
        await crm.App.Get<IStories>().CatchUpAsync(Cancel);
        var today = DateOnly.FromDateTime(crm.App.Now.UtcDateTime);
        return await crm.App.Get<IKpiOverviews>().RunAsync(new KpiFilter(today.AddDays(-20), today.AddDays(1)), Cancel);
    }

    private static long StepOf(KpiOverview overview, KpiNumber number) => overview.Funnel.Single(step => step.Number == number).Count;

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
