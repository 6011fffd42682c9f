using System.Net.Http.Headers;
using AuditDashboard.Conversations;
using AuditDashboard.Conversations.Story;
using AuditDashboard.Digest.Sending;
using AuditDashboard.Digest.Writing;
using AuditDashboard.Kpi;

namespace AuditDashboard.Tests.Digest.Writing;

/// <summary>What the digest says of a day that was no quiet one.</summary>
public sealed class ReadingTests : IAsyncDisposable
{
    private const string Key = "digest_key_000000000000000000000000000001";

    private DigestBench _bench = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public async Task Three_dialogs_at_most_are_named_the_worst_first_with_their_links_and_one_advice()
    {
        await BeginAsync();
        for (var i = 0; i < 4; i++)
        {
            await PostAsync("message.received", $"s-{i}", i, $$""" "text":"Есть время?" """);
        }

        await PostAsync("message.received", "s-human", 10, """ "text":"Позовите человека" """);
        await PostAsync("escalation.requested", "s-human", 11, """ "data":{"reason":"client_asked"} """);

        await _bench.SweepAtAsync("2026-11-23T06:00:00");

        var text = Assert.Single(_bench.Arrived);
        var reading = text.Split('\n').SkipWhile(line => line != "Прочитайте сами:").Skip(1).TakeWhile(line => line.Length > 0).ToList();
        Assert.Equal(6, reading.Count);
        Assert.StartsWith("• 16:00, Telegram: ", reading[0], StringComparison.Ordinal);
        Assert.Matches("^  https://audit\\.example\\.ru/dialogs/[^/ ]+$", reading[1]);
        Assert.Equal(3, reading.Where(line => line.StartsWith("  ", StringComparison.Ordinal)).Distinct().Count());
        Assert.Single(text.Split('\n'), line => line.StartsWith("💡", StringComparison.Ordinal));
        Assert.DoesNotContain("Позовите", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_morning_whose_numbers_are_not_counted_yet_waits_for_them_a_quarter_of_an_hour()
    {
        await BeginAsync();
        await PostAsync("message.received", "s-1", 0, """ "text":"Есть время?" """);
        await _bench.SweepAtAsync("2026-11-23T05:59:59");
        _bench.App.Clock.SetUtcNow(DateTimeOffset.Parse("2026-11-23T06:00:00Z", System.Globalization.CultureInfo.InvariantCulture));
        await _bench.App.Get<IStories>().CatchUpAsync(Cancel);

        _bench.App.Get<StoryNews>().NoteWaiting(1);
        await _bench.App.Get<TellOwners>().HandleAsync(Cancel);
        Assert.Empty(_bench.Arrived);

        _bench.App.Get<StoryNews>().NoteWaiting(0);
        await _bench.App.Get<TellOwners>().HandleAsync(Cancel);
        // The client's, and the one in which the owner bound the chat.
        Assert.Contains("Диалоги: 2", Assert.Single(_bench.Arrived), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 1, "escalation_lost")]
    [InlineData(0, 1, "unanswered")]
    [InlineData(0, 0, "price")]
    public async Task The_advice_is_about_yesterday_first_and_about_four_weeks_else(int lost, int unanswered, string reason)
    {
        await BeginAsync();
        var overview = await _bench.App.Get<IKpiOverviews>().RunAsync(new KpiFilter(new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 29)), Cancel);
        var month = overview with { Losses = [new("silent", 5, null), new("price", 9, null)] };
        var yesterday = overview.Now with
        {
            Escalations = overview.Now.Escalations with { Lost = lost },
            ResponseTime = overview.Now.ResponseTime with { Unanswered = unanswered },
        };

        Assert.Equal(reason, Advice.Of(yesterday, month)?.Reason);
        Assert.Equal(lost + unanswered == 0 ? null : reason, Advice.Of(yesterday, month with { Losses = [new("price", 4, null)] })?.Reason);
    }

    private async Task BeginAsync()
    {
        _bench = await DigestBench.StartAsync(
            ("PublicBaseUrl", "https://audit.example.ru"), ("Provisioning:ApiKeys:0:Name", "bot"), ("Provisioning:ApiKeys:0:Key", Key),
            ("Provisioning:ApiKeys:0:Bot", "salon-bot"), ("Provisioning:ApiKeys:0:Scopes:0", "ingest"));
        await _bench.SilenceAlarmsAsync();
        await _bench.BindAsync();
        _bench.App.Clock.SetUtcNow(DateTimeOffset.Parse("2026-11-22T14:00:00Z", System.Globalization.CultureInfo.InvariantCulture));
    }

    private async Task PostAsync(string type, string session, int second, string members)
    {
        using var bot = _bench.App.CreateClient();
        bot.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key);
        using var body = new StringContent(
            $$"""{"id":"{{type}}-{{session}}-{{second}}","type":"{{type}}","time":"2026-11-22T13:00:{{second:00}}Z","channel":"telegram","session":"{{session}}","client":{"id":"tg:{{session}}"},{{members}}}""",
            System.Text.Encoding.UTF8, "application/json");
        var answer = await bot.PostAsync("/api/v1/events", body, Cancel);
        Assert.Equal(System.Net.HttpStatusCode.Accepted, answer.StatusCode);
    }
}
