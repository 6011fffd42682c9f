using System.Net;
using System.Text;
using AuditDashboard.Events;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Channels.Mango;

public sealed class MangoKindTests : IngestTests
{
    private const string Summary = """{"entry_id":"ZQ==","call_direction":1,"from":{"number":"79000000702"},"to":{"extension":"101"},"line_number":"78630000001","create_time":"1795027200","talk_time":"0","end_time":"1795027228","entry_result":"0"}""";

    protected override (string, string?)[] Settings => MangoForm.Settings;

    [Theory]
    [InlineData("")]
    [InlineData("{\"entry_id\":\"1\"}")]
    [InlineData("vpbx_api_key=mango-test-key&sign=00&json=%7B%7D")]
    [InlineData("vpbx_api_key=mango-test-key&json=%7B%7D")]
    [InlineData("vpbx_api_key=%ZZ&sign=%&json=%7")]
    [InlineData("=&&=&a&json")]
    public async Task A_form_without_the_right_sign_is_refused(string form)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await PostFormAsync(form)).StatusCode);

        Assert.Empty(await Host.EventsAsync());
    }

    [Fact]
    public async Task A_field_that_comes_twice_is_signed_by_nobody()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await PostFormAsync(MangoForm.Of("{}") + "&json=%7B%22entry_id%22%3A1%7D")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await PostFormAsync(MangoForm.Of("{}").Replace("mango-test-key", "other", StringComparison.Ordinal))).StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await Host.Anyone.GetAsync("/hooks/ep-mango/events/call", Cancel)).StatusCode);
    }

    [Fact]
    public async Task The_log_keeps_the_json_without_the_key()
    {
        await PostAsync(Summary);

        var stored = Assert.Single(await Host.EventsAsync());
        var payload = Encoding.UTF8.GetString((await Host.Get<IEventReader>().PayloadAsync(stored.Seq, Cancel))!);
        Assert.Contains("\"raw\":" + Summary, payload, StringComparison.Ordinal);
        Assert.DoesNotContain("mango-test-key", payload, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_nobody_can_read_is_read_again_from_quarantine()
    {
        await PostAsync("[1]");

        var item = (await IngestHost.JsonAsync(await Host.Bot.GetAsync("/api/v1/quarantine", Cancel))).GetProperty("items")[0];
        Assert.Equal(MangoForm.Of("[1]"), item.GetProperty("body").GetString());
    }

    [Theory]
    [InlineData("ivr", "Appeared", "call.started")]
    [InlineData("ivr", "Connected", "other")]
    [InlineData("queue", "Connected", "other")]
    [InlineData("abonent", "Connected", "call.answered")]
    [InlineData("abonent", "OnHold", "other")]
    [InlineData("abonent", "Disconnected", "call.ended")]
    [InlineData("abonent", "Melted", "other")]
    public async Task The_state_and_place_of_a_leg_tell_what_happened(string place, string state, string type)
    {
        await PostAsync($$"""{"entry_id":"ZQ==","call_id":"YQ==","seq":"1","timestamp":"1794985200","call_state":"{{state}}","locaton":"{{place}}","from":{"number":"79000000701"},"to":{"extension":"101"} }""");

        var stored = Assert.Single(await Host.EventsAsync());
        Assert.Equal((type, "ZQ==", "+79000000701"), (stored.Type, stored.Content!.Session, stored.Content.Client!.Phone));
    }

    [Theory]
    [InlineData(1, 1, "call.ended", "answered", "+79000000702")]
    [InlineData(1, 0, "call.missed", "missed", "+79000000702")]
    [InlineData(2, 0, "call.ended", "no_answer", "+79000000703")]
    [InlineData(0, 1, "call.ended", "answered", null)]
    public async Task A_summary_counts_by_direction_and_result(int direction, int result, string type, string word, string? phone)
    {
        await PostAsync($$"""{"entry_id":"ZQ==","call_direction":{{direction}},"from":{"number":"79000000702","extension":"7"},"to":{"number":"8 (900) 000-07-03","extension":"101"},"create_time":1795027200,"talk_time":{{(result == 1 ? 1795027210 : 0)}},"end_time":1795027228,"entry_result":{{result}} }""");

        var content = Assert.Single(await Host.EventsAsync()).Content!;
        Assert.Equal((type, word, phone), (content.Type, content.Call!.Result, content.Client?.Phone));
        Assert.Equal(word, content.DataText("result"));
    }

    [Fact]
    public async Task Legs_out_of_order_are_all_kept_once_each()
    {
        foreach (var seq in new[] { 3, 1, 2, 1, 3 })
        {
            var state = seq switch { 1 => "Appeared", 2 => "Connected", _ => "Disconnected" };
            await PostAsync($$"""{"entry_id":"ZQ==","call_id":"YQ==","seq":{{seq}},"timestamp":{{1794985200 + seq}},"call_state":"{{state}}","location":"abonent","from":{"number":"79000000701"} }""");
        }

        Assert.Equal(["call.ended", "call.started", "call.answered"], (await Host.EventsAsync()).Select(found => found.Type));
    }

    [Fact]
    public async Task Two_calls_of_one_client_are_two_sessions_and_a_missed_one_is_seen_from_outside()
    {
        await PostAsync(Summary);
        await PostAsync(Summary.Replace("ZQ==", "Zg==", StringComparison.Ordinal).Replace("17950272", "17950273", StringComparison.Ordinal));

        var sessions = (await IngestHost.JsonAsync(await Host.Bot.GetAsync("/api/v1/sessions?channel=phone", Cancel))).GetProperty("sessions").EnumerateArray().ToList();
        Assert.Equal(["Zg==", "ZQ=="], sessions.Select(session => session.GetProperty("session").GetString()));
        Assert.All(sessions, session => Assert.Equal(("+79000000702", "center"), (session.GetProperty("client").GetProperty("phone").GetString(), session.GetProperty("branch").GetString())));
        var told = await IngestHost.JsonAsync(await Host.Bot.GetAsync($"/api/v1/sessions/{sessions[1].GetProperty("sessionId").GetString()}", Cancel));
        var missed = Assert.Single(told.GetProperty("events").EnumerateArray());
        Assert.Equal(("call.missed", "tel:+79000000702"), (missed.GetProperty("type").GetString(), missed.GetProperty("client").GetProperty("externalId").GetString()));
        Assert.Equal((28, "missed"), (missed.GetProperty("call").GetProperty("waitSeconds").GetInt32(), missed.GetProperty("call").GetProperty("result").GetString()));
    }

    private Task<HttpResponseMessage> PostAsync(string json) => PostFormAsync(MangoForm.Of(json));

    private Task<HttpResponseMessage> PostFormAsync(string form) => Host.PostAsync(form, MangoForm.Type, "/hooks/ep-mango/events/call", Host.Anyone);
}
