using System.Text.Json.Nodes;
using AuditDashboard.Tests.Bitrix24.Emulator;

namespace AuditDashboard.Tests.Bitrix24.Sending;

public sealed class DeliverLeadTests : BitrixTests
{
    [Fact]
    public async Task A_lead_arrives_with_what_is_known_of_its_dialog()
    {
        await Salon.PostAsync(
            BitrixSalon.Message(1, """ "source":{"utm_source":"vk","utm_campaign":"spring"},"scenario":{"id":"booking","version":"12"},"model":{"provider":"openai","name":"gpt-4.1-mini"}"""),
            BitrixSalon.Lead(1));

        await Salon.SettleAsync();

        var (lead, session) = (Salon.OnlyLead(), (await Salon.Host.EventsAsync())[0].SessionId!.Value);
        Assert.Equal(("Анна 1", $"s:{session}", "AUDITDASHBOARD"), (lead["name"].Text(), lead["originId"].Text(), lead["originatorId"].Text()));
        Assert.Equal(("vk", "bot", "spring", "OTHER"), (lead["utmSource"].Text(), lead["utmMedium"].Text(), lead["utmCampaign"].Text(), lead["sourceId"].Text()));
        Assert.Equal("+79000000001", lead["fm"]![0]!["value"].Text());
        Assert.Equal(("booking 12", "openai gpt-4.1-mini", "telegram"), (lead["UF_CRM_AD_SCENARIO"].Text(), lead["UF_CRM_AD_MODEL"].Text(), lead["UF_CRM_AD_CHANNEL"].Text()));
        Assert.Equal($"https://audit.salon.example/dialogs/{session}", lead["UF_CRM_AD_REPLAY"].Text());
    }

    [Fact]
    public async Task Without_a_source_the_channel_is_the_source_and_the_log_learns_the_number()
    {
        await Salon.PostAsync(BitrixSalon.Message(1), BitrixSalon.Lead(1));

        await Salon.SettleAsync();

        Assert.Equal("telegram", Salon.OnlyLead()["utmSource"].Text());
        var linked = Assert.Single(await Salon.Host.EventsAsync(), item => item.Type == "lead.linked");
        Assert.Equal((Salon.OnlyLead()["id"].Number(), "L-1"), (linked.Content!.Lead!.Bitrix24!.Value, linked.Content.Lead.Id));
    }

    [Fact]
    public async Task The_same_lead_told_again_or_in_another_session_is_the_same_lead()
    {
        await Salon.PostAsync(BitrixSalon.Message(1), BitrixSalon.Lead(1));
        await Salon.PostAsync(BitrixSalon.Event("again", "lead.created", 1, """ "lead":{"id":"L-1"}"""));
        await Salon.PostAsync(BitrixSalon.Message(2), BitrixSalon.Event("elsewhere", "lead.created", 2, """ "lead":{"id":"L-1"}"""));

        await Salon.SettleAsync();

        Assert.Equal(1, Salon.Portal.Count("crm.item.add"));
    }

    [Fact]
    public async Task A_lead_the_portal_took_and_did_not_answer_for_is_found_again()
    {
        Salon.Portal.Faults.On("crm.item.add", 1, new PortalFault.ExecuteThenDrop());
        Salon.Portal.Methods.Items.StaleReads = 2;
        await Salon.PostAsync(BitrixSalon.Lead(1));

        var took = await Salon.SettleAsync();

        Assert.Equal(1, Salon.Portal.Count("crm.item.add"));
        Assert.Equal(Salon.OnlyLead()["id"].Number(), Assert.Single(await Salon.LinksAsync()).PortalId);
        Assert.True(took >= TimeSpan.FromSeconds(5));
    }

    [Theory]
    [InlineData("drop")]
    [InlineData("502")]
    [InlineData("500")]
    [InlineData("truncate")]
    [InlineData("504")]
    public async Task Whatever_happens_to_an_add_there_is_one_lead(string fault)
    {
        Salon.Portal.Faults.On("crm.item.add", 1, fault switch
        {
            "drop" => new PortalFault.DropBeforeExecute(), "502" => PortalFault.BadGateway, "500" => PortalFault.Internal, "truncate" => new PortalFault.Truncate(), _ => new PortalFault.ExecuteThenGatewayPage(),
        });
        await Salon.PostAsync(BitrixSalon.Lead(1));

        await Salon.SettleAsync();

        Assert.Single(Salon.Portal.State.Leads);
        Assert.All(await Salon.RowsAsync(), row => Assert.Equal("done", row.State));
    }

    [Fact]
    public async Task Three_workers_on_one_lead_make_one()
    {
        await Salon.PostAsync(BitrixSalon.Lead(1));

        await Task.WhenAll(Salon.SendAsync(), Salon.SendAsync(), Salon.SendAsync());
        await Salon.SettleAsync();

        Assert.Single(Salon.Portal.State.Leads);
    }

    [Fact]
    public async Task An_open_lead_of_the_same_phone_is_taken_instead_of_a_second()
    {
        Salon.Portal.Methods.Items.AddItem(1, Phone("8 (900) 000-00-01", "JUNK"));
        var open = Salon.Portal.Methods.Items.AddItem(1, Phone("8 (900) 000-00-01", "IN_PROCESS"))["id"].Number();
        await Salon.PostAsync(BitrixSalon.Lead(1));

        await Salon.SettleAsync();

        Assert.Equal((2, open), (Salon.Portal.State.Leads.Count, Assert.Single(await Salon.LinksAsync()).PortalId));
    }

    [Fact]
    public async Task A_known_contact_is_named_in_the_new_lead()
    {
        var contact = Salon.Portal.Methods.Items.AddItem(3, Phone("+79000000001", null))["id"].Number();
        await Salon.PostAsync(BitrixSalon.Lead(1));

        await Salon.SettleAsync();

        Assert.Equal(contact, Salon.OnlyLead()["contactId"].Number());
    }

    [Fact]
    public async Task Simple_crm_gets_a_contact_and_a_deal_even_when_an_answer_is_lost()
    {
        Salon.Portal.State.Mode = 2;
        Salon.Portal.Faults.On("crm.item.add", 1, new PortalFault.ExecuteThenDrop());
        Salon.Portal.Faults.On("crm.item.add", 2, new PortalFault.ExecuteThenDrop());
        await Salon.PostAsync(BitrixSalon.Lead(1));

        await Salon.SettleAsync();

        Assert.Empty(Salon.Portal.State.Leads);
        Assert.Equal(Assert.Single(Salon.Portal.State.Contacts).Key, Assert.Single(Salon.Portal.State.Deals).Value["contactId"].Number());
    }

    [Fact]
    public async Task A_mode_switched_meanwhile_is_followed_to_the_deal()
    {
        await Salon.PostAsync(BitrixSalon.Lead(1));
        await Salon.SettleAsync();
        Salon.Portal.State.Mode = 2;
        await Salon.PostAsync(BitrixSalon.Lead(2));

        await Salon.SettleAsync();
        await Salon.PostAsync(BitrixSalon.Event("c2", "complaint.opened", 2));
        await Salon.SettleAsync();

        Assert.Equal(2, Salon.Portal.State.Leads.Count);
        var deal = Assert.Single(Salon.Portal.State.Deals).Key;
        Assert.Equal(deal, (await Salon.LinksAsync())[1].DealId);
        Assert.Equal((2L, deal), (Assert.Single(Salon.Portal.State.Todos)["ownerTypeId"].Number(), Salon.Portal.State.Todos[0]["ownerId"].Number()));
    }

    [Fact]
    public async Task A_field_the_portal_demands_makes_a_dead_letter_in_its_own_words_and_holds_back_what_follows()
    {
        Salon.Portal.State.Required.Add("companyTitle");
        await Salon.PostAsync(BitrixSalon.Lead(1), BitrixSalon.Event("c1", "complaint.opened", 1));

        await Salon.SendAsync();

        var rows = await Salon.RowsAsync();
        Assert.Equal(["dead", "ready"], rows.Select(row => row.State));
        Assert.Equal(("CRM_FIELD_ERROR_REQUIRED", "Не заполнено обязательное поле «companyTitle»"), (rows[0].Code, rows[0].Words));
    }

    [Fact]
    public async Task Without_rights_to_make_fields_the_leads_text_has_what_is_known()
    {
        Salon.Portal.State.IsAdmin = false;
        await Salon.PostAsync(BitrixSalon.Message(1), BitrixSalon.Lead(1));

        await Salon.SettleAsync();

        Assert.Contains("https://audit.salon.example/dialogs/", Salon.OnlyLead()["comments"].Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lead_whose_number_the_bot_knows_is_not_added()
    {
        var known = Salon.Portal.Methods.Items.AddItem(1, new JsonObject { ["title"] = "Анна" })["id"].Number();
        await Salon.PostAsync(BitrixSalon.Message(1), BitrixSalon.Event("l", "lead.created", 1, $$""" "lead":{"id":"L-1","bitrix24":{{known}}}"""));

        await Salon.SettleAsync();

        Assert.StartsWith("s:", Salon.OnlyLead()["originId"].Text(), StringComparison.Ordinal);
    }

    private static JsonObject Phone(string phone, string? stage)
    {
        var fields = new JsonObject { ["fm"] = new JsonArray(new JsonObject { ["typeId"] = "PHONE", ["value"] = phone }) };
        if (stage is not null)
        {
            fields["stageId"] = stage;
        }

        return fields;
    }
}
