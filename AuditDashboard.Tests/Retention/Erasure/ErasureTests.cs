using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AuditDashboard.Conversations;
using AuditDashboard.Evidence.Verifying;
using AuditDashboard.Retention.Holds;

namespace AuditDashboard.Tests.Retention.Erasure;

public sealed class ErasureTests
{
    // Words that stand nowhere but with the person.
    private static readonly string[] Canaries = ["Ксенофонтова", "Zvyagintseva", "Канареечный", "canaryword", "9991112233", "700077701", "990011223"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_an_erased_client_no_byte_is_left_in_any_file()
    {
        await using var app = new ForgettingApp();
        await FillAsync(app);
        await app.Get<IStories>().CatchUpAsync(Cancel);
        Assert.NotEmpty(RawFiles.Naming(app.Folder, Canaries));
        var clientId = (await app.EventAsync("x-1")).GetProperty("clientId").GetString()!;

        var done = await app.EraseAsync(clientId);

        Assert.Empty(RawFiles.Naming(app.Folder, Canaries));
        Assert.Equal(["act", "extract"], done.GetProperty("files").EnumerateArray().Select(file => file.GetString()));
        Assert.InRange(done.GetProperty("events").GetInt64(), 5, 20);
        Assert.Equal("Можно на субботу?", (await app.EventAsync("other-1")).GetProperty("text").GetString());
        Assert.Equal(await app.CountAsync("select count(*) from events"), await app.CountAsync("select count(*) from log_entries"));
        Assert.Equal("ok", (await app.CountAsync("select count(*) from pragma_integrity_check where integrity_check = 'ok'")) == 1 ? "ok" : "broken");
    }

    [Fact]
    public async Task Merged_records_go_together_and_who_writes_again_is_somebody_new()
    {
        await using var app = new ForgettingApp();
        await FillAsync(app);
        var before = (await app.EventAsync("x-1")).GetProperty("clientId").GetString()!;

        await app.EraseAsync(before);
        await app.SendAsync(app.Message("again", 0, "Я вернулась", "tg:700077701", session: "tg-700077701"));

        Assert.Equal(0, await app.CountAsync("select count(*) from events where event_id in ('x-1', 'x-2', 'x-4') and payload is not null"));
        var again = (await app.EventAsync("again")).GetProperty("clientId").GetString();
        Assert.NotEqual(before, again);
        Assert.Equal(1, await app.CountAsync("select count(*) from client_identities where address = 'tg:700077701'"));
    }

    [Fact]
    public async Task The_papers_and_the_event_prove_it_without_naming_anybody()
    {
        await using var app = new ForgettingApp();
        await FillAsync(app);
        var clientId = (await app.EventAsync("x-1")).GetProperty("clientId").GetString()!;

        var id = (await app.EraseAsync(clientId)).GetProperty("id").GetString();

        var told = Assert.Single(await app.EventsAsync("&type=erasure.performed")).GetProperty("data");
        Assert.Equal(clientId, told.GetProperty("client").GetString());
        Assert.Matches(@"^\d+(-\d+)?(,\d+(-\d+)?)*$", told.GetProperty("indices").GetString());
        Assert.Equal(told.GetProperty("indices").GetString(), Assert.Single(await app.EventsAsync("&type=client.erased")).GetProperty("data").GetProperty("indices").GetString());
        Assert.Empty((await app.Get<VerifyLog>().RunAsync((_, _) => { }, Cancel)).Faults);
        foreach (var (name, title) in new[] { ("act", "Акт об уничтожении персональных данных"), ("extract", "Выгрузка из журнала регистрации событий") })
        {
            var paper = WebUtility.HtmlDecode(await app.Bot.GetStringAsync($"/api/v1/admin/erasures/{id}/files/{name}", Cancel));
            Assert.Contains(title, paper, StringComparison.Ordinal);
            Assert.Contains(clientId, paper, StringComparison.Ordinal);
            Assert.DoesNotContain("Ксенофонтова", paper, StringComparison.Ordinal);
            Assert.Equal(JsonValueKind.Object, JsonElement.Parse(await app.Bot.GetStringAsync($"/api/v1/admin/erasures/{id}/files/{name}?format=json", Cancel)).ValueKind);
        }

        Assert.Contains(clientId, await File.ReadAllTextAsync(Path.Combine(app.Folder, "erasures.ledger"), Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_and_outcomes_stay()
    {
        await using var app = new ForgettingApp();
        await FillAsync(app);
        app.Clock.Advance(TimeSpan.FromDays(2));
        await app.Get<IStories>().CatchUpAsync(Cancel);
        var range = $"/api/v1/kpi?from={ForgettingApp.Day(app.Now.AddDays(-30))}&to={ForgettingApp.Day(app.Now.AddDays(1))}";
        var before = (await app.GetAsync(range)).ToString();
        var outcomes = await app.CountAsync("select count(*) from session_outcomes where outcome is not null");

        await app.EraseAsync((await app.EventAsync("x-1")).GetProperty("clientId").GetString()!);
        await app.Get<IStories>().RebuildAsync(Cancel);

        Assert.Equal(before, (await app.GetAsync(range)).ToString());
        Assert.Equal(outcomes, await app.CountAsync("select count(*) from session_outcomes where outcome is not null"));
    }

    [Fact]
    public async Task A_hold_stands_in_the_way()
    {
        await using var app = new ForgettingApp();
        await FillAsync(app);
        var dialog = Guid.Parse((await app.EventAsync("x-2")).GetProperty("sessionId").GetString()!);
        await app.Get<HoldBook>().WriteAsync(new HoldRow { Id = Guid.CreateVersion7(app.Now), Kind = "dialog", Subject = dialog, Reason = "претензия", PlacedAt = app.Now }, Cancel);

        var answer = await AskAsync(app, (await app.EventAsync("x-1")).GetProperty("clientId").GetString()!, "просьба клиента");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("/problems/held", (await ForgettingApp.ReadAsync(answer)).GetProperty("type").GetString());
        Assert.Equal(0, await app.CountAsync("select count(*) from events where payload is null"));
    }

    [Fact]
    public async Task Nobody_unknown_and_nothing_without_a_reason_is_erased()
    {
        await using var app = new ForgettingApp();
        await FillAsync(app);
        var known = (await app.EventAsync("x-1")).GetProperty("clientId").GetString()!;

        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(app, Guid.CreateVersion7(app.Now).ToString(), "просьба клиента")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await AskAsync(app, known, "да")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await AskAsync(app, "tg:700077701", "просьба клиента")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Bot.GetAsync($"/api/v1/admin/erasures/{Guid.CreateVersion7(app.Now)}", Cancel)).StatusCode);
        Assert.Equal(0, await app.CountAsync("select count(*) from erasures"));
    }

    internal static Task<HttpResponseMessage> AskAsync(ForgettingApp app, string clientId, string reason) =>
        app.Bot.PostAsJsonAsync("/api/v1/admin/erasures", new { clientId, reason }, Cancel);

    /// <summary>One person in two channels that share a phone, somebody else, a refused body and an event of nobody that name the first.</summary>
    internal static async Task FillAsync(ForgettingApp app)
    {
        await app.SendAsync(
            app.Message("x-1", 3, "Канареечный вопрос, canaryword", "tg:700077701", "Мария Ксенофонтова", "+7 999 111-22-33", "tg-700077701"),
            app.Message("x-2", 3, "И ещё один канареечный", "tg:700077701", session: "tg-700077701"),
            app.Message("tg-700077701-x3", 2.9, "Спасибо", "tg:700077701", session: "tg-700077701"),
            new { id = "x-4", type = "message.received", time = app.Now.AddDays(-1), channel = "vk", client = new { id = "vk:990011223", name = "Maria Zvyagintseva", phone = "89991112233" }, text = "CanaryWord again" },
            new { id = "x-5", type = "booking.created", time = app.Now.AddDays(-1), channel = "vk", client = new { id = "vk:990011223" }, booking = new { id = "B-1", service = "Стрижка", start = app.Now.AddDays(2) } },
            new { id = "x-6", type = "lead.created", time = app.Now.AddDays(-1), client = new { name = "Мария Ксенофонтова", phone = "+79991112233" }, lead = new { id = "L-1" } },
            app.Message("other-1", 1, "Можно на субботу?", "tg:700000105", "Анна Иванова", "+7 900 000-01-05"));
        var refused = await app.Bot.PostAsJsonAsync("/api/v1/events", new { id = "bad", type = "message.received", time = "вчера", client = new { id = "tg:700077701", name = "Мария Ксенофонтова" } }, Cancel);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
    }
}
