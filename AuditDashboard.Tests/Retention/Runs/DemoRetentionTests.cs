using System.Diagnostics;
using System.Net.Http.Json;
using AuditDashboard.Conversations;
using AuditDashboard.Evidence.Log;
using AuditDashboard.Evidence.Proving;
using AuditDashboard.Evidence.Signing;
using AuditDashboard.Evidence.Verifying;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

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

    /// <summary>The whole quarter, as E30 has it.</summary>
    [Fact]
    public async Task Thirty_days_of_retention_over_the_quarter_of_the_demo_move_no_number_and_break_no_proof()
    {
        var began = Stopwatch.GetTimestamp();
        await using var app = new ForgettingApp(null, ("Provisioning:Demo", "demo"));
        await app.Get<IStories>().CatchUpAsync(Cancel);
        var (first, cut, today) = (app.Now.AddDays(-95), app.Now.AddDays(-30), app.Now.AddDays(30));
        var (old, young) = (await NumbersAsync(app, first, cut), await NumbersAsync(app, cut, today));
        var loaded = Stopwatch.GetElapsedTime(began);
        var signed = (await app.Get<SignCheckpoint>().HandleAsync(CheckpointKind.Demand, whole: true, Cancel)).Value!;

        var report = await app.RetainAsync(30);

        while (await app.CountAsync("select count(*) from retention_runs where ended_at is null") > 0)
        {
            await Task.Delay(100, Cancel);
        }

        await app.Get<IStories>().CatchUpAsync(Cancel);
        Assert.Equal(old, await NumbersAsync(app, first, cut));
        Assert.Equal(young, await NumbersAsync(app, cut, today));
        var check = await app.Get<VerifyLog>().RunAsync((_, _) => { }, Cancel);
        Assert.Empty(check.Faults);
        var proof = await new TreeWalk(new TreeNodes(app.Get<IDbContextFactory<AuditDbContext>>(), Cancel).AtAsync).InclusionAsync(1000, signed.Size);
        await using var db = await app.Get<IDbContextFactory<AuditDbContext>>().CreateDbContextAsync(Cancel);
        var leaf = (await db.Set<LogEntryRow>().SingleAsync(row => row.Idx == 1000, Cancel)).LeafHash;
        Assert.Equal(signed.Root, Proof.RootOf(1000, signed.Size, leaf, proof));
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{check.Leaves} leaves, loaded in {loaded.TotalSeconds:F0} s; {report}: {check.Erased} events without content, {old.Length} characters of old numbers bit-equal, log sound, proof of leaf 1000 valid; in all {Stopwatch.GetElapsedTime(began).TotalSeconds:F0} s");
    }

    private static async Task<string> NumbersAsync(ForgettingApp app, DateTimeOffset from, DateTimeOffset to) =>
        (await app.GetAsync($"/api/v1/kpi?from={ForgettingApp.Day(from)}&to={ForgettingApp.Day(to)}")).ToString();
}
