using System.Net;
using System.Text.Json.Nodes;
using AuditDashboard.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace AuditDashboard.Tests.Bitrix24.Emulator;

/// <summary>Behaviours 1–6, 8–11 and 15–22 of bitrix24.md section 12; the others have tests of their own beside.</summary>
public sealed class PortalEmulatorTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(TestApp.Start);
    private PortalEmulator _portal = null!;
    private PortalCaller _caller = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalEmulator.StartAsync(_clock);
        _caller = new PortalCaller(_portal);
    }

    public async ValueTask DisposeAsync()
    {
        _caller.Dispose();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task An_unknown_method_is_unknown_before_a_wrong_secret_is_wrong()
    {
        Assert.Equal(404, (await _caller.CallAsync("no.such.method", secret: "wrong")).Status);

        Assert.Equal(401, (await _caller.CallAsync("profile", secret: "wrong")).Status);
    }

    [Fact]
    public async Task A_refusal_has_neither_result_nor_time()
    {
        var (_, answer) = await _caller.CallAsync("profile", secret: "wrong");

        Assert.Equal(["error", "error_description"], answer.Select(member => member.Key));
    }

    [Fact]
    public async Task An_empty_map_is_an_empty_list()
    {
        Assert.IsType<JsonArray>(await _caller.ResultAsync("crm.duplicate.findbycomm", """{"type":"PHONE","values":["+79280000000"],"entity_type":"LEAD"}"""));
    }

    [Fact]
    public async Task Lists_count_only_when_asked_to()
    {
        for (var i = 0; i < 60; i++)
        {
            _portal.Methods.Items.AddItem(1, new JsonObject { ["title"] = $"Лид {i}" });
        }

        var counted = (await _caller.CallAsync("crm.item.list", """{"entityTypeId":1,"start":0}""")).Answer;
        var last = (await _caller.CallAsync("crm.item.list", """{"entityTypeId":1,"start":50}""")).Answer;
        var uncounted = (await _caller.CallAsync("crm.item.list", """{"entityTypeId":1,"start":-1}""")).Answer;

        Assert.Equal((60L, 50L), (counted["total"].Number(), counted["next"].Number()));
        Assert.Null(last["next"]);
        Assert.Equal((0L, 50), (uncounted["total"].Number(), uncounted["result"]!["items"]!.AsArray().Count));
    }

    [Fact]
    public async Task Classic_methods_speak_in_texts_and_items_in_numbers()
    {
        var id = (await _caller.ResultAsync("crm.lead.add", """{"fields":{"TITLE":"Анна","OPPORTUNITY":1800,"PHONE":[{"VALUE":"+79280000001","VALUE_TYPE":"MOBILE"}]}}""")).Number();

        var classic = await _caller.ResultAsync("CRM.Lead.Get.json", $$"""{"ID":{{id}}}""");
        var item = (await _caller.ResultAsync("crm.item.get", $$"""{"entityTypeId":1,"id":{{id}}}"""))["item"]!;

        Assert.Equal(("\"1800.00\"", "1800"), (classic["OPPORTUNITY"]!.ToJsonString(), item["opportunity"]!.ToJsonString()));
        Assert.Equal("+79280000001", classic["PHONE"]![0]!["VALUE"].Text());
    }

    [Fact]
    public async Task Fields_nobody_knows_are_passed_over_and_a_change_of_nothing_saves_nothing()
    {
        var id = (await _caller.ResultAsync("crm.item.add", """{"entityTypeId":1,"fields":{"title":"Анна","noSuchField":1}}"""))["item"]!["id"].Number();
        _clock.Advance(TimeSpan.FromMinutes(1));

        var same = (await _caller.ResultAsync("crm.item.update", $$$"""{"entityTypeId":1,"id":{{{id}}},"fields":{"title":"Анна"}}"""))["item"]!;

        Assert.Null(same["noSuchField"]);
        Assert.Equal(same["createdTime"].Text(), same["updatedTime"].Text());
    }

    [Fact]
    public async Task Simple_crm_makes_a_deal_of_a_named_lead()
    {
        _portal.State.Mode = 2;

        var id = (await _caller.ResultAsync("crm.item.add", """{"entityTypeId":1,"fields":{"title":"Анна","name":"Анна"}}"""))["item"]!["id"].Number();

        Assert.Equal("CONVERTED", _portal.State.Leads[id]["stageId"].Text());
        Assert.Equal(id, Assert.Single(_portal.State.Deals).Value["leadId"].Number());
        Assert.Single((await _caller.ResultAsync("crm.deal.list", $$"""{"filter":{"LEAD_ID":{{id}}},"select":["ID"]}""")).AsArray());
    }

    [Theory]
    [InlineData("8 (928) 000-00-01", true)]
    [InlineData("+7 928 000 00 01", true)]
    [InlineData("9280000001", false)]
    public async Task Phones_are_found_as_the_kernel_compares_them(string typed, bool found)
    {
        _portal.Methods.Items.AddItem(1, new JsonObject { ["fm"] = new JsonArray(new JsonObject { ["typeId"] = "PHONE", ["value"] = "+79280000001" }) });

        var answer = await _caller.ResultAsync("crm.duplicate.findbycomm", $$"""{"type":"PHONE","values":["{{typed}}"],"entity_type":"LEAD"}""");

        Assert.Equal(found, answer is JsonObject);
    }

    [Fact]
    public async Task Origins_are_not_unique()
    {
        const string Add = """{"entityTypeId":1,"fields":{"title":"Анна","originatorId":"AD","originId":"s:1"}}""";
        await _caller.CallAsync("crm.item.add", Add);
        await _caller.CallAsync("crm.item.add", Add);

        Assert.Equal(2, (await _caller.ResultAsync("crm.item.list", """{"entityTypeId":1,"filter":{"=originId":"s:1"},"select":["id"],"start":-1}"""))["items"]!.AsArray().Count);
        Assert.Equal("INVALID_ARG_VALUE", (await _caller.CallAsync("crm.item.list", """{"entityTypeId":1,"filter":{"nobody":1}}""")).Answer["error"].Text());
    }

    [Fact]
    public async Task A_webhook_may_not_do_what_only_an_app_may()
    {
        var (status, answer) = await _caller.CallAsync("event.bind");

        Assert.Equal((403, "WRONG_AUTH_TYPE"), (status, answer["error"].Text()));
    }

    [Theory]
    [InlineData(false, 401)]
    [InlineData(true, 403)]
    public async Task A_missing_scope_is_told_in_either_way(bool asDocumented, int expected)
    {
        _portal.RefusesAsDocumented = asDocumented;
        _portal.State.Scopes.Remove("crm");

        var (status, answer) = await _caller.CallAsync("crm.status.list");

        Assert.Equal((expected, "insufficient_scope"), (status, answer["error"].Text()));
    }

    [Fact]
    public async Task Errors_may_be_numbers_or_nothing_and_a_delete_answers_a_list()
    {
        _portal.Methods.Items.AddItem(1, []);

        Assert.Equal("1018", (await _caller.CallAsync("booking.v1.booking.add", """{"fields":{"resourceIds":[]}}""")).Answer["error"]!.ToJsonString());
        Assert.Equal("\"\"", (await _caller.CallAsync("crm.lead.get", """{"ID":1}""")).Answer["error"]!.ToJsonString());
        Assert.Equal("[]", (await _caller.ResultAsync("crm.item.delete", """{"entityTypeId":1,"id":77}""")).ToJsonString());
    }

    [Fact]
    public async Task A_portal_that_has_moved_says_where_to()
    {
        _portal.MovedTo = "https://new.bitrix24.ru";
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });

        using var answer = await client.PostAsync(_portal.WebhookUrl + "profile", null, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.Redirect, $"https://new.bitrix24.ru/rest/1/{_portal.State.Secret}/profile"), (answer.StatusCode, answer.Headers.Location!.ToString()));
    }

    [Fact]
    public async Task News_is_posted_once_without_values()
    {
        await using var handler = await FakeServer.StartAsync((context, _) =>
        {
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        });
        _portal.Events.Handler = new Uri(handler.Address);
        await _caller.CallAsync("crm.item.add", """{"entityTypeId":1,"fields":{"title":"Анна"}}""");

        await _portal.Events.ReleaseAsync(seed: 1, TestContext.Current.CancellationToken);
        await _portal.Events.ReleaseAsync(seed: 1, TestContext.Current.CancellationToken);

        var form = WebUtility.UrlDecode(System.Text.Encoding.UTF8.GetString(Assert.Single(handler.Calls).Body));
        Assert.Contains("event=ONCRMLEADADD", form, StringComparison.Ordinal);
        Assert.DoesNotContain("Анна", form, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Time_is_told_in_whole_seconds_or_in_parts(bool whole, bool hasParts)
    {
        _clock.Advance(TimeSpan.FromMilliseconds(214));
        _portal.TellsWholeSeconds = whole;

        var start = (await _caller.CallAsync("profile")).Answer["time"]!["start"]!.ToJsonString();

        Assert.Equal(hasParts, start.Contains('.', StringComparison.Ordinal));
    }
}
