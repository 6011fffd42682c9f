using System.Text;
using AuditDashboard.Evidence.Signing;
using AuditDashboard.Notices.Sending;
using AuditDashboard.Tests.Evidence;
using AuditDashboard.Tests.Retention;
using static AuditDashboard.Tests.Notices.ToldBot;

namespace AuditDashboard.Tests.Notices;

/// <summary>What bots hear of by themselves, on the whole application.</summary>
public sealed class NoticedMattersTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_daily_checkpoint_reaches_the_bot_byte_for_byte_and_verifies()
    {
        await using var bot = await ToldBot.StartAsync();
        await using var app = EvidenceApp.Start(null, Given(bot));
        await EvidenceApp.TalkAsync(app, "s-1", 5);
        await app.Get<KeepCheckpoints>().HandleAsync(Cancel);
        app.Leap(TimeSpan.FromDays(1));
        await app.Get<KeepCheckpoints>().HandleAsync(Cancel);

        await app.Get<SendNotices>().HandleAsync(Cancel);
        await app.Get<SendNotices>().HandleAsync(Cancel);

        var call = Assert.Single(bot.Calls);
        var daily = Assert.Single(await app.Get<CheckpointShelf>().AllAsync(Cancel), row => row.Kind == CheckpointKind.Daily);
        var data = BodyOf(call).GetProperty("data");
        var text = data.GetProperty("checkpoint").GetString()!;
        Assert.Equal(SignatureOf(call), call.Headers["webhook-signature"]);
        Assert.Equal("log.checkpoint", BodyOf(call).GetProperty("type").GetString());
        Assert.Equal(Encoding.UTF8.GetBytes(daily.Note), Encoding.UTF8.GetBytes(text));
        Assert.Equal((daily.Size, text.Split('\n')[0]), (data.GetProperty("size").GetInt64(), data.GetProperty("origin").GetString()));
        using var checker = EvidenceApp.Client(app);
        var key = (await checker.GetStringAsync("/api/v1/evidence/vkey", Cancel)).Trim();
        Assert.True(SignedNote.Parse(text)!.IsSignedBy(key));
    }

    [Fact]
    public async Task A_checkpoint_that_went_out_with_evidence_reaches_the_bot_too()
    {
        await using var bot = await ToldBot.StartAsync();
        await using var app = EvidenceApp.Start(null, Given(bot));
        await EvidenceApp.TalkAsync(app, "s-1", 5);
        using var client = EvidenceApp.Client(app);
        await client.GetAsync($"/api/v1/evidence/sessions/{await EvidenceApp.SessionAsync(app, "s-1")}/pack", Cancel);

        await app.Get<SendNotices>().HandleAsync(Cancel);

        var exported = Assert.Single(await app.Get<CheckpointShelf>().AllAsync(Cancel), row => row.Kind == CheckpointKind.Export);
        Assert.Equal(exported.Note, BodyOf(Assert.Single(bot.Calls)).GetProperty("data").GetProperty("checkpoint").GetString());
    }

    [Fact]
    public async Task An_erasure_is_told_once_by_our_id_and_nothing_that_names_the_person()
    {
        await using var bot = await ToldBot.StartAsync();
        await using var app = new ForgettingApp(null, [.. Given(bot)]);
        await app.SendAsync(app.Message("x-1", 1, "Запишите Ксенофонтову", "tg:700077701", "Ксенофонтова", "+79991112233", "tg-700077701"));
        var clientId = (await app.EventAsync("x-1")).GetProperty("clientId").GetString()!;
        var done = await app.EraseAsync(clientId);

        await app.Get<SendNotices>().HandleAsync(Cancel);
        await app.Get<SendNotices>().HandleAsync(Cancel);

        var call = Assert.Single(bot.Calls, call => BodyOf(call).GetProperty("type").GetString() == "client.erased");
        var data = BodyOf(call).GetProperty("data");
        Assert.Equal(SignatureOf(call), call.Headers["webhook-signature"]);
        Assert.Equal(clientId, data.GetProperty("client").GetString());
        Assert.Equal(done.GetProperty("events").GetInt64(), data.GetProperty("count").GetInt64());
        Assert.Equal(app.Now, data.GetProperty("performedAt").GetDateTimeOffset(), TimeSpan.FromMinutes(5));
        Assert.Equal(["client", "count", "performedAt"], data.EnumerateObject().Select(member => member.Name));
        var body = Encoding.UTF8.GetString(call.Body);
        Assert.All(["Ксенофонтов", "700077701", "9991112233"], name => Assert.DoesNotContain(name, body, StringComparison.Ordinal));
    }

    private static (string, string)[] Given(ToldBot bot) => [.. bot.Settings().Select(pair => (pair.Item1, pair.Item2!))];
}
