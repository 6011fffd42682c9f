using System.Globalization;
using System.Net;
using System.Text.Json;
using AuditDashboard.Evidence.Verifying;
using AuditDashboard.Retention.Holds;
using AuditDashboard.Retention.Rules;
using AuditDashboard.Retention.Runs;

namespace AuditDashboard.Tests.Retention.Runs;

public sealed class RetentionRunTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Old_content_goes_and_its_time_place_and_leaf_stay()
    {
        await using var app = new ForgettingApp();
        await app.SendAsync(app.Message("old", 31, "Старое слово"), app.Message("young", 29, "Новое слово", "tg:700000102"));
        var leaves = await app.CountAsync("select sum(length(leaf_hash) + idx) from log_entries where idx < 100");

        var report = await app.RetainAsync(30);

        Assert.Equal((1, 1, "done"), (report.GetProperty("events").GetInt64(), report.GetProperty("sessions").GetInt64(), report.GetProperty("status").GetString()));
        var (old, young) = (await app.EventAsync("old"), await app.EventAsync("young"));
        Assert.False(old.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String);
        Assert.Equal("message.received", old.GetProperty("type").GetString());
        Assert.Equal("Новое слово", young.GetProperty("text").GetString());
        Assert.Equal(1, await app.CountAsync("select count(*) from events where bot = 'salon-bot' and payload is null and salt is null"));
        Assert.Equal(await app.CountAsync("select count(*) from events"), await app.CountAsync("select count(*) from log_entries"));
        Assert.True(await app.CountAsync("select sum(length(leaf_hash) + idx) from log_entries where idx < 100") > leaves);
    }

    [Fact]
    public async Task A_preview_says_what_the_run_then_does_and_does_nothing()
    {
        await using var app = new ForgettingApp();
        await app.SendAsync([.. Enumerable.Range(0, 40).Select(i => app.Message($"m-{i}", 20 + i, "слово", $"tg:70000{i:0000}"))]);

        var preview = await app.RetainAsync(30, dryRun: true);
        Assert.Equal(0, await app.CountAsync("select count(*) from events where payload is null"));
        var run = await app.RetainAsync(30);

        Assert.Equal(29, run.GetProperty("events").GetInt64());
        foreach (var number in new[] { "events", "sessions", "clients", "others" })
        {
            Assert.Equal(preview.GetProperty(number).GetInt64(), run.GetProperty(number).GetInt64());
        }
    }

    [Fact]
    public async Task A_late_event_is_taken_flagged_and_loses_its_content_at_the_next_run()
    {
        await using var app = new ForgettingApp(null, ("Provisioning:Retention:Days", "30"));
        await app.SendAsync(app.Message("m-1", 1, "свежее"));
        await app.RetainAsync(30);

        await app.SendAsync(app.Message("late", 45, "позднее"));
        Assert.Contains("late", (await app.EventAsync("late")).GetProperty("flags").EnumerateArray().Select(flag => flag.GetString()));
        Assert.Equal("позднее", (await app.EventAsync("late")).GetProperty("text").GetString());
        await app.RetainAsync(30);

        Assert.Equal(0, await app.CountAsync("select count(*) from events where event_id = 'late' and payload is not null"));
    }

    [Fact]
    public async Task Who_has_been_silent_too_long_loses_name_phone_and_addresses()
    {
        await using var app = new ForgettingApp();
        await app.SendAsync(
            app.Message("a-1", 40, "Здравствуйте", "tg:700000101", "Анна Смирнова", "+7 900 000-01-01"),
            app.Message("b-1", 40, "Добрый день", "tg:700000102", "Борис Петров", "+7 900 000-01-02"),
            app.Message("b-2", 2, "Ещё раз", "tg:700000102"));

        var report = await app.RetainAsync(30);

        Assert.Equal(1, report.GetProperty("clients").GetInt64());
        Assert.Equal(1, await app.CountAsync("select count(*) from clients where name = 'Борис Петров' and phone = '+79000000102'"));
        Assert.Equal(0, await app.CountAsync("select count(*) from clients where name like 'Анна%' or phone = '+79000000101'"));
        Assert.Equal(1, await app.CountAsync("select count(*) from client_identities"));
        Assert.Equal(1, await app.CountAsync("select count(*) from client_phones"));
        Assert.Equal(0, await app.CountAsync("select count(*) from sessions where search_text like '%анна%' or client_address = 'tg:700000101' or last_text = 'Здравствуйте'"));
    }

    [Fact]
    public async Task A_booking_is_known_until_its_visit_is_over()
    {
        await using var app = new ForgettingApp();
        object Booking(string id, string client, double startsIn) => new
        {
            id = $"e-{id}", type = "booking.created", time = app.Now.AddDays(-20), channel = "telegram", client = new { id = client },
            booking = new { id, service = "Стрижка", start = app.Now.AddDays(startsIn) },
        };
        await app.SendAsync(app.Message("m-1", 20, "Запишите", "tg:700000101"), Booking("ahead", "tg:700000101", 3), app.Message("m-2", 20, "Запишите", "tg:700000102"), Booking("over", "tg:700000102", -15));

        await app.RetainAsync(7);

        Assert.Equal("Стрижка", (await app.EventAsync("e-ahead")).GetProperty("booking").GetProperty("service").GetString());
        Assert.Equal(1, await app.CountAsync("select count(*) from events where bot = 'salon-bot' and payload is not null"));
    }

    [Theory]
    [InlineData("client")]
    [InlineData("dialog")]
    public async Task A_hold_is_respected_until_it_is_lifted(string kind)
    {
        await using var app = new ForgettingApp();
        await app.SendAsync(app.Message("held", 60, "спор", "tg:700000101", "Анна Смирнова"), app.Message("free", 60, "обычное", "tg:700000102", "Борис Петров"));
        var held = await app.EventAsync("held");
        var subject = Guid.Parse(held.GetProperty(kind == "client" ? "clientId" : "sessionId").GetString()!);
        var hold = new HoldRow { Id = Guid.CreateVersion7(app.Now), Kind = kind, Subject = subject, Reason = "претензия", PlacedAt = app.Now };
        await app.Get<HoldBook>().WriteAsync(hold, Cancel);

        await app.RetainAsync(30);
        Assert.Equal("спор", (await app.EventAsync("held")).GetProperty("text").GetString());
        Assert.Equal(1, await app.CountAsync("select count(*) from clients where name is not null"));
        Assert.Equal(1, await app.CountAsync("select count(*) from events where event_id = 'free' and payload is null"));

        hold.LiftedAt = app.Now;
        await app.Get<HoldBook>().WriteAsync(hold, Cancel);
        await app.RetainAsync(30);

        Assert.Equal(0, await app.CountAsync("select count(*) from events where event_id = 'held' and payload is not null"));
        Assert.Equal(0, await app.CountAsync("select count(*) from clients where name is not null"));
    }

    [Fact]
    public async Task Classes_have_days_of_their_own_and_every_run_is_an_event()
    {
        await using var app = new ForgettingApp();
        await app.SendAsync(
            app.Message("m-1", 20, "слово"),
            new { id = "c-1", type = "call.ended", time = app.Now.AddDays(-20), channel = "phone", client = new { id = "tel:+79000000101" }, call = new { direction = "in", durationSeconds = 20 } });

        var run = await app.Get<RunRetention>().HandleAsync(new RetentionDays(90, 10, 90), "schedule", null, Cancel);

        Assert.Equal(1, run.Messages);
        Assert.Equal(1, await app.CountAsync("select count(*) from events where event_id = 'c-1' and payload is null"));
        var told = Assert.Single((await app.EventsAsync("&type=retention.performed")).ToList());
        Assert.Equal(("1", "90", "10"), (Data(told, "events"), Data(told, "days"), Data(told, "callDays")));
        var named = Assert.Single((await app.EventsAsync("&type=retention.begun")).ToList());
        Assert.Equal((await app.CountAsync("select log_index from events where event_id = 'c-1'")).ToString(CultureInfo.InvariantCulture), Data(named, "indices"));
        Assert.Empty((await app.Get<VerifyLog>().RunAsync((_, _) => { }, Cancel)).Faults);
    }

    [Theory]
    [InlineData("{\"days\":6}", HttpStatusCode.UnprocessableEntity)]
    [InlineData("{\"days\":91}", HttpStatusCode.UnprocessableEntity)]
    [InlineData("{\"days\":", HttpStatusCode.BadRequest)]
    public async Task What_is_no_retention_is_refused(string body, HttpStatusCode status)
    {
        await using var app = new ForgettingApp();

        var answer = await app.Bot.PostAsync("/api/v1/admin/retention", new StringContent(body), Cancel);

        Assert.Equal(status, answer.StatusCode);
    }

    private static string? Data(JsonElement told, string name) => told.GetProperty("data").GetProperty(name).GetString();
}
