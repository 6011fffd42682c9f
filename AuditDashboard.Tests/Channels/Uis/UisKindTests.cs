using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using AuditDashboard.Channels.Uis;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Channels.Uis;

public sealed class UisKindTests : IngestTests
{
    protected override (string, string?)[] Settings => EndpointSettings.Of("uis", ("Secret", "uis-secret-0001"));

    [Theory]
    [InlineData("/hooks/ep-uis")]
    [InlineData("/hooks/ep-uis/wrong")]
    public async Task Without_the_secret_at_the_end_of_the_path_nothing_is_taken(string path) =>
        Assert.Equal(HttpStatusCode.Unauthorized, (await Host.PostAsync("{}", path: path, by: Host.Anyone)).StatusCode);

    [Fact]
    public async Task The_published_template_filled_in_by_the_exchange_is_understood()
    {
        var filled = Regex.Replace(UisTemplate.Text, "\\{\\{([a-z_]+)\\}\\}", variable => variable.Groups[1].Value switch
        {
            "notification_mnemonic" => "\"call_session_finished\"",
            "notification_time" => "\"2026-11-18 10:20:44.123\"",
            "call_session_id" => "2390000001",
            "direction" => "\"out\"",
            "called_phone_number" => "\"79000000705\"",
            "talk_time_duration" => "0",
            _ => "null",
        });

        await PostAsync(filled);

        var content = Assert.Single(await Host.EventsAsync()).Content!;
        Assert.Equal(("call.ended", "no_answer", "+79000000705", "2390000001"), (content.Type, content.Call!.Result, content.Client!.Phone, content.Session));
        Assert.Equal(new DateTimeOffset(2026, 11, 18, 7, 20, 44, 123, TimeSpan.Zero), content.Time);
    }

    [Theory]
    [InlineData("in_call_session", "call.started")]
    [InlineData("call_connected", "call.answered")]
    [InlineData("call_session_finished", "call.ended")]
    [InlineData("lost_call", "call.missed")]
    [InlineData("full_record_file", "call.recorded")]
    [InlineData("chat_opened", "other")]
    public async Task The_name_of_the_notification_tells_what_happened(string name, string type)
    {
        await PostAsync(JsonSerializer.Serialize(new { notification_mnemonic = name, call_session_id = "5", contact_phone_number = "+7 900 000-07-05" }));

        Assert.Equal(type, Assert.Single(await Host.EventsAsync()).Type);
    }

    [Fact]
    public async Task Whoever_builds_the_notification_sees_that_it_is_no_json()
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync("{\"call_session_id\":}")).StatusCode);

        Assert.Equal(1, (await IngestHost.JsonAsync(await Host.Bot.GetAsync("/api/v1/quarantine", Cancel))).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_lost_call_is_a_session_of_its_own()
    {
        await PostAsync("{\"notification_mnemonic\":\"call_lost\",\"call_session_id\":5,\"is_lost\":\"true\",\"contact_phone_number\":\"79000000705\",\"notification_time\":\"2026-11-21 20:20:44\"}");

        var session = Assert.Single((await IngestHost.JsonAsync(await Host.Bot.GetAsync("/api/v1/sessions", Cancel))).GetProperty("sessions").EnumerateArray());
        Assert.Equal(("5", "2026-11-21T17:20:44.000Z"), (session.GetProperty("session").GetString(), session.GetProperty("startedAt").GetString()));
    }

    private Task<HttpResponseMessage> PostAsync(string body) => Host.PostAsync(body, path: "/hooks/ep-uis/uis-secret-0001", by: Host.Anyone);
}
