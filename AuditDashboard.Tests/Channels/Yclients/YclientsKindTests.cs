using System.Globalization;
using System.Net;
using AuditDashboard.Events;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Channels.Yclients;

public sealed class YclientsKindTests : IngestTests
{
    private const string Created = "\"attendance\":0,\"paid_full\":0";

    protected override (string, string?)[] Settings => EndpointSettings.Of("yclients", ("Secret", "yc-secret-0001"), ("CompanyId", "200001"));

    [Theory]
    [InlineData("/hooks/ep-yclients")]
    [InlineData("/hooks/ep-yclients/wrong")]
    [InlineData("/hooks/ep-yclients/yc-secret-0001/x")]
    public async Task Without_the_secret_at_the_end_of_the_path_nothing_is_taken(string path) =>
        Assert.Equal(HttpStatusCode.Unauthorized, (await Host.PostAsync("{}", path: path, by: Host.Anyone)).StatusCode);

    [Fact]
    public async Task Another_companys_record_is_refused()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(1, Created, company: 5)).StatusCode);

        Assert.Empty(await Host.EventsAsync());
    }

    [Theory]
    [InlineData("\"attendance\":0", new[] { "booking.created" })]
    [InlineData("\"attendance\":2,\"confirmed\":1", new[] { "booking.created", "booking.confirmed" })]
    [InlineData("\"visit_attendance\":1", new[] { "booking.created", "booking.attended" })]
    [InlineData("\"attendance\":-1", new[] { "booking.created", "booking.no_show" })]
    [InlineData("\"attendance\":0,\"paid_full\":1", new[] { "booking.created", "payment.received" })]
    [InlineData("\"attendance\":0,\"deleted\":true", new[] { "booking.created", "booking.cancelled" })]
    [InlineData("\"attendance\":\"x\",\"paid_full\":[]", new[] { "booking.created" })]
    public async Task An_update_of_a_record_never_seen_creates_it_and_tells_what_it_carries(string state, string[] facts)
    {
        await PostAsync(5, state);

        Assert.Equal(facts, await FactsAsync());
        Assert.Equal(At(1), (await StoredAsync())[0].OccurredAt);
    }

    [Fact]
    public async Task Each_change_gives_its_fact_and_the_same_state_gives_none()
    {
        await PostAsync(1, Created, status: "create");
        await PostAsync(2, Created);
        await PostAsync(3, "\"attendance\":2");
        await PostAsync(4, "\"attendance\":2,\"date\":\"2026-11-29 15:30:00\"");
        await PostAsync(5, "\"attendance\":2,\"date\":\"2026-11-29 15:30:00\",\"staff\":{\"name\":\"Ольга\"}");
        const string done = "\"attendance\":1,\"paid_full\":1,\"date\":\"2026-11-29 15:30:00\",\"staff\":{\"name\":\"Ольга\"}";
        await PostAsync(6, done);
        await PostAsync(7, done + ",\"deleted\":true");
        await PostAsync(8, done + ",\"deleted\":true", status: "delete");
        await PostAsync(9, done + ",\"deleted\":false");

        Assert.Equal(
            ["booking.created", "booking.confirmed", "booking.rescheduled", "booking.changed", "booking.attended", "payment.received", "booking.cancelled", "booking.rescheduled"],
            await FactsAsync());
        var stored = await StoredAsync();
        Assert.Equal(DateTimeOffset.Parse("2026-11-29T12:30:00Z", CultureInfo.InvariantCulture), stored[^1].Content!.Booking!.Start);
        Assert.Equal(("center", "yc:7", "Ольга"), (stored[^1].Branch, stored[^1].Content!.Client!.Id, stored[^1].Content!.Booking!.Staff));
    }

    [Fact]
    public async Task An_older_change_arriving_late_never_turns_the_state_back()
    {
        await PostAsync(1, Created, status: "create");
        await PostAsync(5, "\"attendance\":1,\"date\":\"2026-11-29 15:30:00\"");

        await PostAsync(3, "\"attendance\":0,\"date\":\"2026-11-28 15:30:00\"");
        await PostAsync(6, "\"attendance\":1,\"date\":\"2026-11-29 15:30:00\"");

        Assert.Equal(["booking.created", "booking.rescheduled", "booking.attended"], await FactsAsync());
    }

    [Fact]
    public async Task A_confirmation_that_arrives_after_the_visit_is_told_at_its_own_time()
    {
        await PostAsync(1, Created, status: "create");
        await PostAsync(5, "\"attendance\":1");

        await PostAsync(3, "\"attendance\":2");
        await PostAsync(4, "\"attendance\":2");

        Assert.Equal(["booking.created", "booking.attended", "booking.confirmed"], await FactsAsync());
        Assert.Equal(At(3), (await StoredAsync())[^1].OccurredAt);
    }

    [Fact]
    public async Task Many_calls_about_one_record_at_once_give_one_difference()
    {
        await PostAsync(1, Created, status: "create");

        await Task.WhenAll(Enumerable.Range(2, 40).Select(minute => PostAsync(minute, "\"attendance\":2,\"paid_full\":1")));

        Assert.Equal(["booking.created", "booking.confirmed", "payment.received"], await FactsAsync());
        Assert.Equal(41, (await Host.EventsAsync()).Count(found => found.Type == "other"));
    }

    [Fact]
    public async Task After_a_restart_the_next_change_is_told_from_the_state_on_disk()
    {
        var folder = Directory.CreateTempSubdirectory("audit-").FullName;
        foreach (var (minute, state) in new[] { (1, "\"attendance\":0"), (2, "\"attendance\":2") })
        {
            await using var host = await IngestHost.StartAsync(folder, Settings);
            await host.PostAsync(Body(minute, state, "update", 200001), path: "/hooks/ep-yclients/yc-secret-0001", by: host.Anyone);
            Assert.Equal(minute == 1 ? "booking.created" : "booking.confirmed", (await host.EventsAsync())[^1].Type);
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Half_a_character_in_a_name_makes_a_body_unreadable_and_nothing_more()
    {
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(1, "\"\\uD83D\":1")).StatusCode);

        Assert.Equal("json", (await IngestHost.JsonAsync(await Host.Bot.GetAsync("/api/v1/quarantine", Cancel))).GetProperty("items")[0].GetProperty("reason").GetString());
    }

    [Fact]
    public async Task A_client_named_by_an_empty_list_is_nobody()
    {
        await PostAsync(1, "\"client\":[]");

        Assert.Null(Assert.Single(await StoredAsync()).Content!.Client);
    }

    private async Task<List<StoredEvent>> StoredAsync() => [.. (await Host.EventsAsync()).Where(found => found.Type != "other")];

    private async Task<IEnumerable<string>> FactsAsync() => (await StoredAsync()).Select(found => found.Type);

    private Task<HttpResponseMessage> PostAsync(int minute, string state, string status = "update", int company = 200001) =>
        Host.PostAsync(Body(minute, state, status, company), path: "/hooks/ep-yclients/yc-secret-0001", by: Host.Anyone);

    /// <summary>A later member of the same name counts, so that a state may overwrite the rest.</summary>
    private static string Body(int minute, string state, string status, int company) =>
        $$"""
        {"company_id":{{company}},"resource":"record","resource_id":77,"status":"{{status}}","data":{"id":77,"date":"2026-11-28 15:30:00","seance_length":3600,
        "services":[{"title":"Стрижка","cost":1500,"cost_to_pay":1350.5}],"staff":{"name":"Карина"},"client":{"id":7,"name":"Анна","phone":"+79000000101"},
        "create_date":"2026-11-20T12:01:00+0300","last_change_date":"2026-11-20T12:{{minute:00}}:00+0300",{{state}}} }
        """;

    private static DateTimeOffset At(int minute) => new(2026, 11, 20, 9, minute, 0, TimeSpan.Zero);
}
