using System.Text.Json.Nodes;
using AuditDashboard.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace AuditDashboard.Tests.Bitrix24.Emulator;

/// <summary>Behaviours 7 and 12–14 of bitrix24.md section 12, and its script of faults.</summary>
public sealed class PortalRulesTests : IAsyncLifetime
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
    public async Task Multifields_change_by_id_and_do_nothing_without_a_type()
    {
        var lead = _portal.Methods.Items.AddItem(1, new JsonObject { ["fm"] = new JsonArray(new JsonObject { ["typeId"] = "PHONE", ["valueType"] = "MOBILE", ["value"] = "+79280000001" }) });
        var phone = lead["fm"]![0]!["id"].Number();

        await _caller.CallAsync("crm.item.update", """{"entityTypeId":1,"id":77,"fields":{"fm":{"n0":{"value":"+79280000002"}}}}""");
        Assert.Single(lead["fm"]!.AsArray());
        await _caller.CallAsync("crm.item.update", """{"entityTypeId":1,"id":77,"fields":{"fm":{"n0":{"typeId":"EMAIL","value":"a@b.ru"},"#phone#":{"typeId":"PHONE","value":"+79280000003"}}}}""".Replace("#phone#", $"{phone}", StringComparison.Ordinal));
        Assert.Equal(["+79280000003", "a@b.ru"], lead["fm"].List().Select(field => field!["value"].Text()));
        await _caller.CallAsync("crm.item.update", """{"entityTypeId":1,"id":77,"fields":{"fm":{"#phone#":{"typeId":"PHONE","value":""}}}}""".Replace("#phone#", $"{phone}", StringComparison.Ordinal));
        Assert.Equal("EMAIL", Assert.Single(lead["fm"].List())!["typeId"].Text());
    }

    [Fact]
    public async Task A_batch_chains_its_commands_and_keeps_errors_apart()
    {
        _portal.Methods.Items.AddItem(1, new JsonObject { ["title"] = "Анна" });

        var answer = await _caller.ResultAsync("batch", """
            {"halt":0,"cmd":{"a":"crm.lead.list?filter%5BID%5D=77","b":"bad.method?","c":"crm.item.get?entityTypeId=1&id=%24result%5Ba%5D%5B0%5D%5BID%5D","d":"batch?cmd=1"}}
            """);

        Assert.Equal("Анна", answer["result"]!["c"]!["item"]!["title"].Text());
        Assert.Equal(["ERROR_METHOD_NOT_FOUND", "ERROR_BATCH_METHOD_NOT_ALLOWED"], answer["result_error"]!.AsObject().Select(error => error.Value!["error"].Text()));
    }

    [Fact]
    public async Task A_batch_halts_when_told_to_takes_fifty_and_counts_once()
    {
        var halted = await _caller.ResultAsync("batch", """{"halt":1,"cmd":["profile?","bad.method","profile"]}""");
        var many = new JsonObject { ["cmd"] = new JsonArray([.. Enumerable.Range(0, 51).Select(_ => (JsonNode)"profile")]) };

        var long_ = await _caller.ResultAsync("batch", many.ToJsonString());

        Assert.Single(halted["result"]!.AsArray());
        Assert.Equal("ERROR_BATCH_LENGTH_EXCEEDED", long_["result_error"]!["50"]!["error"].Text());
        Assert.Equal(2, _portal.Calls.Count);
    }

    [Fact]
    public async Task The_bucket_leaks_two_a_second_by_source()
    {
        for (var i = 0; i < 50; i++)
        {
            Assert.Equal(200, (await _caller.CallAsync("profile", source: "10.0.0.1")).Status);
        }

        Assert.Equal(503, (await _caller.CallAsync("profile", source: "10.0.0.1")).Status);
        Assert.Equal(200, (await _caller.CallAsync("profile", source: "10.0.0.2")).Status);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((200, 200, 503), (await At(), await At(), await At()));

        async Task<int> At() => (await _caller.CallAsync("profile", source: "10.0.0.1")).Status;
    }

    [Fact]
    public async Task A_methods_budget_runs_out_alone_and_comes_back()
    {
        _portal.Limits.Costs["crm.item.list"] = 300;
        const string List = """{"entityTypeId":1}""";

        Assert.Equal((200, 200, 429), (await At("crm.item.list"), await At("crm.item.list"), await At("crm.item.list")));
        Assert.Equal(200, await At("crm.item.fields"));
        _clock.Advance(TimeSpan.FromSeconds(601));
        Assert.Equal(200, await At("crm.item.list"));

        async Task<int> At(string method) => (await _caller.CallAsync(method, List)).Status;
    }

    [Fact]
    public async Task Faults_happen_when_the_script_says_so()
    {
        const string Add = """{"entityTypeId":1,"fields":{"title":"Анна","originId":"s:1"}}""";
        _portal.Faults.On("crm.item.add", 1, new PortalFault.ExecuteThenDrop());
        _portal.Faults.On("crm.item.add", 2, new PortalFault.DropBeforeExecute());
        _portal.Faults.On("crm.item.add", 3, PortalFault.TooMany);
        _portal.Methods.Items.StaleReads = 1;

        await Assert.ThrowsAsync<HttpRequestException>(() => _caller.CallAsync("crm.item.add", Add));
        await Assert.ThrowsAsync<HttpRequestException>(() => _caller.CallAsync("crm.item.add", Add));
        Assert.Equal(503, (await _caller.CallAsync("crm.item.add", Add)).Status);

        Assert.Equal((0, 1), (await CountAsync(), await CountAsync()));

        async Task<int> CountAsync() => (await _caller.ResultAsync("crm.item.list", """{"entityTypeId":1}"""))["items"]!.AsArray().Count;
    }
}
