using AuditDashboard.Bitrix24.Incoming;
using AuditDashboard.Bitrix24.Portal;
using AuditDashboard.Conversations;
using AuditDashboard.Tests.Bitrix24.Emulator;

namespace AuditDashboard.Tests.Bitrix24.Incoming;

public sealed class FromPortalTests : BitrixTests
{
    [Fact]
    public async Task A_lead_lost_in_the_portal_closes_in_the_log_within_its_own_dialog()
    {
        var id = await OneLeadAsync();
        Salon.Portal.State.Edit(1, id, ("stageId", "JUNK"), ("opportunity", 500.0));

        await Salon.Portal.Events.ReleaseAsync(seed: 7, Cancel);
        await Salon.SendAsync();

        var events = await Salon.Host.EventsAsync();
        var closed = Assert.Single(events, item => item.Type == "lead.closed");
        Assert.Equal(("F", "JUNK", id, "L-1"), (closed.Content!.DataText("semantics"), closed.Content.DataText("stage"), closed.Content.Lead!.Bitrix24!.Value, closed.Content.Lead.Id));
        Assert.Equal(500, closed.Content.DataMember("amount")!.Value.GetDouble());
        Assert.Equal(events[0].SessionId, closed.SessionId);
        Assert.Equal(id, (await Salon.Host.Get<ISessions>().FindAsync(events[0].SessionId!.Value, Cancel))!.LeadBitrix24);
    }

    [Fact]
    public async Task Our_own_change_comes_back_as_news_and_is_none()
    {
        await OneLeadAsync();
        await Salon.PostAsync(BitrixSalon.Event("b", "booking.created", 1, """ "booking":{"id":"B-1"}"""));
        await Salon.SettleAsync();

        await Salon.Portal.Events.ReleaseAsync(seed: null, Cancel);
        await Salon.SendAsync();

        Assert.DoesNotContain(await Salon.Host.EventsAsync(), item => item.Type is "lead.changed" or "lead.closed");
    }

    [Fact]
    public async Task A_storm_of_a_thousand_notices_costs_few_calls()
    {
        for (var n = 1; n <= 60; n++)
        {
            await Salon.PostAsync(BitrixSalon.Lead(n));
        }

        await Salon.SettleAsync();
        var leads = Salon.Portal.State.Leads.Keys.ToList();
        for (var i = 0; i < 1000; i++)
        {
            Salon.Portal.Events.Note("LEAD", "UPDATE", i < 200 ? leads[i % leads.Count] : 10_000 + i);
        }

        await Salon.Portal.Events.ReleaseAsync(seed: 3, Cancel);
        Salon.Host.Clock.Advance(TimeSpan.FromMinutes(5));
        var asked = Salon.Portal.Calls.Count;

        await Salon.SendAsync();

        Assert.InRange(Salon.Portal.Calls.Count - asked, 1, 50);
    }

    [Fact]
    public async Task A_change_whose_notice_was_lost_is_found_by_asking()
    {
        var id = await OneLeadAsync();
        await Salon.PollAsync();
        Salon.Host.Clock.Advance(TimeSpan.FromMinutes(10));
        Salon.Portal.State.Edit(1, id, ("stageId", "IN_PROCESS"));

        await Salon.PollAsync();
        await Salon.PollAsync();

        Assert.Equal("IN_PROCESS", Assert.Single(await Salon.Host.EventsAsync(), item => item.Type == "lead.changed").Content!.DataText("stage"));
    }

    [Fact]
    public async Task A_lead_deleted_in_the_portal_is_noticed_at_night_and_what_follows_is_a_persons()
    {
        var id = await OneLeadAsync();
        Salon.Portal.State.Leads.Remove(id);

        await Salon.Host.Get<ReconcileLeads>().HandleAsync(Cancel);
        await Salon.PostAsync(BitrixSalon.Event("c", "complaint.opened", 1));
        await Salon.SettleAsync();

        Assert.Equal("gone", Assert.Single(await Salon.LinksAsync()).State);
        Assert.Equal(("dead", "gone"), ((await Salon.RowsAsync())[^1].State, (await Salon.RowsAsync())[^1].Code));
    }

    [Fact]
    public async Task A_lead_merged_into_another_lives_on_there()
    {
        var id = await OneLeadAsync();
        var other = Salon.Portal.Methods.Items.AddItem(1, new System.Text.Json.Nodes.JsonObject { ["title"] = "Анна", ["fm"] = Salon.Portal.State.Leads[id]["fm"]!.DeepClone() })["id"].Number();
        Salon.Portal.State.Leads.Remove(id);

        await Salon.PostAsync(BitrixSalon.Event("c", "complaint.opened", 1));
        await Salon.SettleAsync();

        Assert.Equal((other, other), (Assert.Single(await Salon.LinksAsync()).PortalId, Assert.Single(Salon.Portal.State.Todos)["ownerId"].Number()));
    }

    [Fact]
    public async Task A_lead_converted_by_a_person_is_followed_to_its_deal_and_the_deals_end_is_the_leads()
    {
        var id = await OneLeadAsync();
        var deal = Salon.Portal.Methods.Items.AddItem(2, new System.Text.Json.Nodes.JsonObject { ["title"] = "Сделка", ["leadId"] = id })["id"].Number();
        Salon.Portal.State.Edit(1, id, ("stageId", "CONVERTED"));
        await Salon.Portal.Events.ReleaseAsync(seed: 1, Cancel);
        await Salon.SendAsync();
        Salon.Host.Clock.Advance(TimeSpan.FromMinutes(5));
        Salon.Portal.State.Edit(2, deal, ("stageId", "WON"), ("opportunity", 4800.0));

        await Salon.Portal.Events.ReleaseAsync(seed: 1, Cancel);
        await Salon.SendAsync();

        var link = Assert.Single(await Salon.LinksAsync());
        Assert.Equal((deal, "S", 480_000L), (link.DealId!.Value, link.Semantics, link.Sum!.Value));
        Assert.Contains(await Salon.Host.EventsAsync(), item => item.Type == "lead.closed" && item.Content!.DataText("stage") == "WON");
    }

    [Fact]
    public async Task A_poll_that_finds_little_is_one_call_for_leads_and_deals_and_a_refused_part_is_asked_again()
    {
        var id = await OneLeadAsync();
        await Salon.PollAsync();
        var asked = Salon.Portal.Calls.Count;
        Salon.Host.Clock.Advance(TimeSpan.FromMinutes(10));
        Salon.Portal.State.Edit(1, id, ("stageId", "IN_PROCESS"));
        var cursor = Salon.Host.Get<PortalStore>().Current!.Cursor;
        Salon.Portal.Faults.Next("batch", new PortalFault.Reply(200, """{"result":{"result":[],"result_error":{"r0":{"error":"OPERATION_TIME_LIMIT","error_description":"Blocked"}},"result_next":[],"result_time":[]}}"""));

        await Salon.PollAsync();
        Assert.Equal(cursor, Salon.Host.Get<PortalStore>().Current!.Cursor);
        Salon.Host.Clock.Advance(TimeSpan.FromMinutes(10));
        await Salon.PollAsync();

        Assert.Equal(["batch", "batch"], Salon.Portal.Calls.Skip(asked).Select(call => call.Method));
        Assert.Single(await Salon.Host.EventsAsync(), item => item.Type == "lead.changed");
    }

    [Fact]
    public async Task Leads_are_looked_at_once_a_night_by_the_salons_clock_and_a_missed_night_is_made_up_for()
    {
        await OneLeadAsync();
        var reconcile = Salon.Host.Get<ReconcileLeads>();
        await reconcile.RunAsync(Cancel);
        List<string> ran = [];

        for (var quarter = 0; quarter < 96 * 2; quarter++)
        {
            Salon.Host.Clock.AdjustTime(Salon.Host.Clock.GetUtcNow() + TimeSpan.FromMinutes(15));
            if (await reconcile.RunAsync(Cancel))
            {
                ran.Add(Salon.Host.Get<AuditDashboard.Foundation.SalonClock>().Now.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture));
            }
        }

        Salon.Host.Clock.AdjustTime(Salon.Host.Clock.GetUtcNow() + TimeSpan.FromHours(30));
        Assert.Equal(["03:45", "03:45"], ran);
        Assert.True(await reconcile.RunAsync(Cancel));
        Assert.False(await reconcile.RunAsync(Cancel));
    }

    private async Task<long> OneLeadAsync()
    {
        await Salon.PostAsync(BitrixSalon.Message(1), BitrixSalon.Lead(1));
        await Salon.SettleAsync();
        return Salon.OnlyLead()["id"].Number();
    }
}
