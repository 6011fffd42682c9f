using System.Net;
using System.Text;
using AuditDashboard.Events;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Channels.Bitrix24;

public sealed class BitrixKindTests : IngestTests
{
    private const string Token = "auth%5Bapplication_token%5D=51856fefc120afa4b628cc82d3935cce";
    private const string Auth = "&auth%5Bdomain%5D=salon.bitrix24.ru&auth%5Bmember_id%5D=a223c6b3&auth%5Baccess_token%5D=very-secret&" + Token;

    protected override (string, string?)[] Settings =>
        [.. EndpointSettings.Of("bitrix24"), ("Provisioning:Bitrix24:ApplicationToken", "51856fefc120afa4b628cc82d3935cce")];

    [Theory]
    [InlineData("event=ONCRMLEADUPDATE&data%5BFIELDS%5D%5BID%5D=77&ts=1795350001")]
    [InlineData("event=ONCRMLEADUPDATE&auth%5Bapplication_token%5D=wrong")]
    [InlineData("event=ONCRMLEADUPDATE&" + Token + "&" + Token)]
    [InlineData("{\"auth\":{\"application_token\":\"51856fefc120afa4b628cc82d3935cce\"}}")]
    [InlineData("%%%=%&&&==")]
    [InlineData("")]
    public async Task Without_the_portals_token_nothing_is_taken(string form)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(form)).StatusCode);

        Assert.Empty(await Host.EventsAsync());
    }

    [Theory]
    [InlineData("ONCRMLEADUPDATE", "crm.lead.updated", "lead")]
    [InlineData("ONCRMDEALADD", "crm.deal.added", "deal")]
    [InlineData("ONCRMDEALMOVETOCATEGORY", "crm.deal.moved", "deal")]
    [InlineData("ONCRMTIMELINECOMMENTADD", "crm.timelinecomment.added", "timelinecomment")]
    [InlineData("ONCRMCONTACTDELETE", "crm.contact.deleted", "contact")]
    [InlineData("ONTASKADD", "other", null)]
    public async Task A_notice_says_which_entity_to_ask_for(string name, string type, string? entity)
    {
        var answer = await PostAsync($"event={name}&event_handler_id=975&data%5BFIELDS%5D%5BID%5D=77&ts=1795350001{Auth}");

        Assert.Equal((HttpStatusCode.OK, ""), (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancel)));
        var content = Assert.Single(await Host.EventsAsync()).Content!;
        Assert.Equal((type, entity, "77", name), (content.Type, content.DataText("entity"), content.DataText("entityId"), content.DataText("event")));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1795350001), content.Time);
    }

    [Fact]
    public async Task The_log_keeps_the_fields_without_any_token()
    {
        await PostAsync("event=ONCRMLEADUPDATE&ts=1" + Auth);

        var stored = Assert.Single(await Host.EventsAsync());
        var payload = Encoding.UTF8.GetString((await Host.Get<IEventReader>().PayloadAsync(stored.Seq, Cancel))!);
        Assert.Contains("\"auth[member_id]\":\"a223c6b3\"", payload, StringComparison.Ordinal);
        Assert.DoesNotContain("51856fef", payload, StringComparison.Ordinal);
        Assert.DoesNotContain("very-secret", payload, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repeat_is_kept_once_and_another_moment_is_another_notice()
    {
        foreach (var moment in new[] { 1795350001, 1795350001, 1795350002 })
        {
            await PostAsync($"event=ONCRMLEADUPDATE&data%5BFIELDS%5D%5BID%5D=77&ts={moment}{Auth}");
        }

        Assert.Equal(2, (await Host.EventsAsync()).Count);
    }

    [Theory]
    [InlineData("data%5BFIELDS%5D%5BID%5D=%ZZ%00%ED%A0%80")]
    [InlineData("event=%F0%9F&ts=-5&data%5BFIELDS%5D%5BID%5D=99999999999999999999999999999999999999999999999999999999999999999999999999")]
    [InlineData("event=&ts=x&a=1&a=2&=&&")]
    [InlineData("event=a+b%2Bc&event=again")]
    public async Task A_strange_form_with_the_right_token_is_kept(string form)
    {
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(form + Auth)).StatusCode);

        Assert.Equal("other", Assert.Single(await Host.EventsAsync()).Type);
    }

    private Task<HttpResponseMessage> PostAsync(string form) => Host.PostAsync(form, "application/x-www-form-urlencoded", "/hooks/ep-bitrix24", Host.Anyone);
}
