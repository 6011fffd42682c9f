using System.Net.Http.Json;
using AuditDashboard.Conversations;

namespace AuditDashboard.Tests.Retention.Runs;

/// <summary>Thirty days of retention over the made-up salon: no number of the old days may move (product.md E30).</summary>
public sealed class DemoRetentionTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_numbers_of_old_days_are_the_same_to_the_last_bit_after_retention_and_after_a_rebuild()
    {
        await using var app = new ForgettingApp(null, ("Provisioning:Demo", "tiny"));
        // The small set is a week long: four days later its older half is more than a week old.
        app.Clock.Advance(TimeSpan.FromDays(4));
        await app.Get<IStories>().CatchUpAsync(Cancel);
        var (first, cut, today) = (app.Now.AddDays(-30), app.Now.AddDays(-7), app.Now.AddDays(30));
        var (old, young) = (await NumbersAsync(app, first, cut), await NumbersAsync(app, cut, today));
        var leaves = await app.CountAsync("select count(*) from log_entries");
        var words = await app.CountAsync("select count(*) from message_words");

        var report = await app.RetainAsync(7);
        Assert.InRange(report.GetProperty("events").GetInt64(), 1000, 200_000);
        Assert.Equal(old, await NumbersAsync(app, first, cut));
        Assert.Equal(young, await NumbersAsync(app, cut, today));

        await app.Bot.PostAsJsonAsync("/api/v1/admin/kpi/rebuild", new { }, Cancel);
        await app.Get<IStories>().RebuildAsync(Cancel);
        Assert.Equal(old, await NumbersAsync(app, first, cut));
        Assert.Equal(young, await NumbersAsync(app, cut, today));
        Assert.Equal(leaves + 2, await app.CountAsync("select count(*) from log_entries"));
        Assert.InRange(await app.CountAsync("select count(*) from message_words"), 0, words - 100);
        TestContext.Current.TestOutputHelper?.WriteLine($"retention of 7 days: {report}");
    }

    private static async Task<string> NumbersAsync(ForgettingApp app, DateTimeOffset from, DateTimeOffset to) =>
        (await app.GetAsync($"/api/v1/kpi?from={ForgettingApp.Day(from)}&to={ForgettingApp.Day(to)}")).ToString();
}
