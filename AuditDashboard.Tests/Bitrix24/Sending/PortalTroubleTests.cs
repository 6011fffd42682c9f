using AuditDashboard.Bitrix24.Portal;
using AuditDashboard.Tests.Bitrix24.Emulator;

namespace AuditDashboard.Tests.Bitrix24.Sending;

/// <summary>The must-pass scenarios of bitrix24.md section 12 about limits, secrets and moves.</summary>
public sealed class PortalTroubleTests : BitrixTests
{
    [Fact]
    public async Task A_storm_of_refusals_keeps_the_order_and_loses_nothing()
    {
        Salon.Portal.Faults.Rule = (method, call) => method.StartsWith("crm.", StringComparison.Ordinal) && call % 3 == 1 ? PortalFault.TooMany : null;
        for (var n = 1; n <= 5; n++)
        {
            await Salon.PostAsync(
                BitrixSalon.Message(n), BitrixSalon.Lead(n), BitrixSalon.Event($"b{n}", "booking.confirmed", n, $$""" "booking":{"id":"B-{{n}}"}"""),
                BitrixSalon.Event($"d{n}", "booking.declined", n, $$""" "booking":{"id":"B-{{n}}"}"""), BitrixSalon.Event($"x{n}", "session.closed", n));
        }

        await Salon.SettleAsync();

        Assert.Equal((5, 10, 5), (Salon.Portal.State.Leads.Count, Salon.Portal.State.LogMessages.Count, Salon.Portal.State.Comments.Count));
        Assert.All(Salon.Portal.State.LogMessages.GroupBy(message => message["entityId"].Number()), lead =>
            Assert.Equal(["Клиент подтвердил запись", "Клиент отказался от записи"], lead.Select(message => message["title"].Text())));
    }

    [Fact]
    public async Task A_refusal_pauses_the_whole_portal_and_is_not_hammered()
    {
        Salon.Portal.Faults.Rule = (method, _) => method == "crm.item.list" ? PortalFault.TooMany : null;
        await Salon.PostAsync(BitrixSalon.Lead(1), BitrixSalon.Lead(2));

        var wait = await Salon.SendAsync();
        await Salon.SendAsync();

        Assert.True(wait > TimeSpan.FromSeconds(0.7));
        Assert.True(Salon.Portal.Count("crm.item.list") <= 2);
        Assert.Equal("throttled", (await Salon.StatusAsync()).State);
        Assert.All(await Salon.RowsAsync(), row => Assert.Equal(0, row.Attempts));
    }

    [Fact]
    public async Task A_method_without_budget_rests_alone()
    {
        await Salon.PostAsync(BitrixSalon.Message(1), BitrixSalon.Lead(1));
        await Salon.SettleAsync();
        Salon.Portal.Faults.Rule = (method, _) => method == "crm.item.add" ? PortalFault.Budget : null;
        await Salon.PostAsync(BitrixSalon.Lead(2), BitrixSalon.Lead(3), BitrixSalon.Event("x1", "session.closed", 1));

        await Salon.SendAsync();
        await Salon.SendAsync();

        Assert.Single(Salon.Portal.State.Comments);
        Assert.Equal(2, Salon.Portal.Count("crm.item.add"));
        Assert.Equal(("degraded", "crm.item.add", 2), ((await Salon.StatusAsync()).State, (await Salon.StatusAsync()).Reason, (await Salon.StatusAsync()).Queue));
        Salon.Portal.Faults.Rule = null;
        var took = await Salon.SettleAsync();
        Assert.Equal(3, Salon.Portal.State.Leads.Count);
        Assert.True(took >= TimeSpan.FromSeconds(50), $"{took}");
    }

    [Fact]
    public async Task A_revoked_secret_stops_everything_until_it_is_entered_again()
    {
        await Salon.PostAsync(BitrixSalon.Lead(1));
        await Salon.SettleAsync();
        Salon.Portal.State.Secret = "another0secret0of0the0portal";
        await Salon.PostAsync(BitrixSalon.Lead(2), BitrixSalon.Lead(3));
        await Salon.SendAsync();
        var asked = Salon.Portal.Calls.Count;

        for (var minute = 0; minute < 60; minute++)
        {
            await Salon.SendAsync();
            Salon.Host.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(("blocked", "auth", 2), ((await Salon.StatusAsync()).State, (await Salon.StatusAsync()).Reason, (await Salon.StatusAsync()).Queue));
        Assert.InRange(Salon.Portal.Calls.Count - asked, 3, 5);
        await Salon.Host.Get<PortalStore>().ConnectAsync(WebhookAddress.Read(Salon.Portal.WebhookUrl, allowPrivate: true)!, Cancel);
        await Salon.SettleAsync();
        Assert.Equal(3, Salon.Portal.State.Leads.Count);
    }

    [Fact]
    public async Task A_plan_without_rest_says_so_and_a_missing_scope_too()
    {
        Salon.Portal.Faults.Rule = (_, _) => new PortalFault.Reply(401, """{"error":"ACCESS_DENIED","error_description":"REST is available only by subscription."}""");
        await Salon.PostAsync(BitrixSalon.Lead(1));
        await Salon.SendAsync();
        Assert.Equal("subscription", (await Salon.StatusAsync()).Reason);

        Salon.Portal.Faults.Rule = null;
        Salon.Portal.State.Scopes.Remove("crm");
        Salon.Host.Clock.Advance(TimeSpan.FromMinutes(16));
        await Salon.SendAsync();

        Assert.NotEqual("ok", (await Salon.StatusAsync()).State);
        Salon.Portal.State.Scopes.Add("crm");
        Salon.Host.Clock.Advance(TimeSpan.FromMinutes(16));
        await Salon.SettleAsync();
        Assert.Single(Salon.Portal.State.Leads);
    }

    [Fact]
    public async Task A_portal_that_was_renamed_is_followed_with_the_whole_call()
    {
        await using var renamed = await PortalEmulator.StartAsync(Salon.Host.Clock);
        Salon.Portal.MovedTo = renamed.Address;
        await Salon.PostAsync(BitrixSalon.Lead(1));

        await Salon.SettleAsync();

        Assert.Single(renamed.State.Leads);
        Assert.Equal(new Uri(renamed.Address), Salon.Host.Get<PortalStore>().Current!.Address.Origin);
        Assert.NotNull(Salon.Host.Get<PortalStore>().Current!.MovedFrom);
    }

    [Fact]
    public async Task What_was_being_sent_when_the_process_died_is_looked_for_first()
    {
        await Salon.PostAsync(BitrixSalon.Lead(1));
        Salon.Portal.Faults.On("crm.item.add", 1, new PortalFault.Delay(20_000));
        using var death = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var sending = Salon.Host.Get<AuditDashboard.Bitrix24.Sending.SendOutbox>().HandleAsync(death.Token);
        while ((await Salon.RowsAsync())[0].State != "sending")
        {
            await Task.Delay(20, Cancel);
        }

        await death.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        Salon.Portal.Methods.Items.AddItem(1, new System.Text.Json.Nodes.JsonObject { ["title"] = "Дошло", ["originatorId"] = "AUDITDASHBOARD", ["originId"] = (await Salon.LinksAsync())[0].OriginId });
        await Salon.RestartAsync();

        await Salon.SettleAsync();

        Assert.Equal("Дошло", Salon.OnlyLead()["title"].Text());
        Assert.Equal(0, Salon.Portal.Count("crm.item.add"));
    }

    [Fact]
    public async Task After_a_restart_the_portals_bucket_is_as_full_as_it_was()
    {
        for (var n = 1; n <= 40; n++)
        {
            await Salon.PostAsync(BitrixSalon.Lead(n));
        }

        await Salon.SendAsync();
        var asked = Salon.Portal.Calls.Count;
        Assert.InRange(asked, 40, 50);
        await Salon.RestartAsync();

        await Salon.SendAsync();

        Assert.Equal(0, Salon.Portal.Limits.Refused);
        Assert.InRange(Salon.Portal.Calls.Count - asked, 0, 5);
        Assert.Equal("ok", (await Salon.StatusAsync()).State);
    }

    [Fact]
    public async Task A_clock_that_is_off_is_noticed_and_harms_nothing()
    {
        Salon.Portal.State.Skew = TimeSpan.FromMinutes(-40);
        await Salon.PostAsync(BitrixSalon.Message(1), BitrixSalon.Lead(1));
        await Salon.SettleAsync();

        Salon.Portal.State.Edit(1, Salon.OnlyLead()["id"].Number(), ("stageId", "JUNK"));
        await Salon.PollAsync();

        Assert.Equal(-2400, Salon.Host.Get<PortalStore>().Current!.Facts.SkewSeconds);
        Assert.Single(await Salon.Host.EventsAsync(), item => item.Type == "lead.closed");
    }
}
