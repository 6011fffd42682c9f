using System.Net;
using AuditDashboard.Ingestion.Quarantine;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Ingestion.Quarantine;

public sealed class QuarantineTests : IngestTests
{
    private const string Bad = """{"id":"q-1","type":"message.received","text":"<b>привет</b>"}""";

    protected override (string, string?)[] Settings => [.. Endpoints, ("Ingestion:QuarantineRows", "10")];

    [Fact]
    public async Task A_refused_event_is_kept_once_with_its_reason()
    {
        await Host.PostAsync(Bad);
        await Host.PostAsync(Bad);

        var item = Assert.Single(await Host.Get<QuarantineQuery>().RunAsync(0, 100, Cancel));
        Assert.Equal((2, "validation", Bad, "salon-bot", "k1"), (item.Times, item.Code, item.Text, item.Bot, item.KeyId));
        Assert.Equal("обязательное поле", item.Errors["/time"].Single());
    }

    [Fact]
    public async Task A_conflict_and_an_unreadable_document_are_kept_too()
    {
        await Host.PostAsync("""{"id":"q-2","type":"x.y","time":"2026-11-22T10:00:00Z"}""");
        await Host.PostAsync("""{"id":"q-2","type":"x.z","time":"2026-11-22T10:00:00Z"}""");
        await Host.PostAsync("{");

        Assert.Equal(["conflict", "json"], (await Host.Get<QuarantineQuery>().RunAsync(0, 100, Cancel)).Select(item => item.Code));
    }

    [Fact]
    public async Task Only_the_newest_are_kept()
    {
        for (var i = 0; i < 40; i++)
        {
            await Host.PostAsync($$"""{"id":"q-{{i}}","type":"x.y"}""");
        }

        var kept = await Host.Get<QuarantineQuery>().RunAsync(0, 100, Cancel);
        Assert.Equal(10, kept.Count);
        Assert.Contains("q-39", kept[^1].Text, StringComparison.Ordinal);
        Assert.Equal(30, Host.Get<QuarantineTrim>().Dropped);
    }

    [Fact]
    public async Task What_is_larger_than_the_limit_is_cut()
    {
        await Host.PostAsync("{\"id\":" + new string('1', 300_000));

        var item = Assert.Single(await Host.Get<QuarantineQuery>().RunAsync(0, 100, Cancel));
        Assert.Equal((262_144, 300_006), (item.Text.Length, item.Size));
    }

    [Fact]
    public async Task A_retry_says_what_is_still_wrong_and_keeps_the_item()
    {
        await Host.PostAsync(Bad);
        var id = (await IngestHost.JsonAsync(await Host.Bot.GetAsync("/api/v1/quarantine", Cancel))).GetProperty("items")[0].GetProperty("id").GetInt64();

        var answer = await Host.Bot.PostAsync($"/api/v1/quarantine/{id}/retry", null, Cancel);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(1, await Host.Get<QuarantineQuery>().CountAsync(Cancel));
    }

    [Fact]
    public async Task A_conflict_whose_first_is_the_same_by_now_leaves_quarantine_on_retry()
    {
        const string second = """{"id":"q-3","type":"x.z","time":"2026-11-22T10:00:00Z"}""";
        var quarantine = Host.Get<AuditDashboard.Ingestion.IQuarantine>();
        await quarantine.KeepAsync(new AuditDashboard.Ingestion.Sender("salon-bot", null, KeyId: "k1"), [new("native", System.Text.Encoding.UTF8.GetBytes(second), "conflict")], Cancel);
        var item = Assert.Single(await Host.Get<QuarantineQuery>().RunAsync(0, 100, Cancel));

        var answer = await Host.Bot.PostAsync($"/api/v1/quarantine/{item.Id}/retry", null, Cancel);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal(0, await Host.Get<QuarantineQuery>().CountAsync(Cancel));
        Assert.Equal("q-3", Assert.Single(await Host.EventsAsync()).Id);
    }

    [Fact]
    public async Task Only_an_admin_key_sees_quarantine()
    {
        using var other = Host.Client(IngestHost.IngestOnlyKey);

        Assert.Equal(HttpStatusCode.Unauthorized, (await Host.Anyone.GetAsync("/api/v1/quarantine", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync("/api/v1/quarantine", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Host.Bot.PostAsync("/api/v1/quarantine/77/retry", null, Cancel)).StatusCode);
    }
}
