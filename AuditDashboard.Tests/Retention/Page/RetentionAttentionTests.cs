using AuditDashboard.Retention.Dossier;
using AuditDashboard.Retention.Holds;
using AuditDashboard.Retention.Page;
using AuditDashboard.Storage;
using AuditDashboard.Ui;
using Microsoft.Extensions.DependencyInjection;

namespace AuditDashboard.Tests.Retention.Page;

/// <summary>What has a term by law stands on the owner's start page before the term is over.</summary>
public sealed class RetentionAttentionTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_is_shown_three_working_days_before_its_last_and_is_bad_after_it()
    {
        await using var app = new ForgettingApp();
        var today = DateOnly.FromDateTime(app.Now.UtcDateTime);
        await AddAsync(app, new SubjectRequestRow { Id = Guid.CreateVersion7(app.Now), ReceivedOn = today, DueOn = WorkingDays.After(today, 10) });

        Assert.Null(await ReadAsync(app, 0));
        app.Clock.AdjustTime(app.Clock.GetUtcNow() + TimeSpan.FromDays(12));
        var near = await ReadAsync(app, 0);
        app.Clock.AdjustTime(app.Clock.GetUtcNow() + TimeSpan.FromDays(8));
        var late = await ReadAsync(app, 0);

        Assert.Equal((1L, Tone.Warn, null), (near!.Count, near.Tone, near.Urgent));
        Assert.Equal((1L, Tone.Bad, 1L), (late!.Count, late.Tone, late.Urgent));
    }

    [Fact]
    public async Task A_hold_that_stands_for_a_quarter_is_shown_until_it_is_lifted()
    {
        await using var app = new ForgettingApp();
        var hold = new HoldRow { Id = Guid.CreateVersion7(app.Now), Kind = "client", PlacedAt = app.Now, Reason = "жалоба" };
        await AddAsync(app, hold);
        Assert.Null(await ReadAsync(app, 2));

        app.Clock.AdjustTime(app.Clock.GetUtcNow() + TimeSpan.FromDays(91));
        var shown = await ReadAsync(app, 2);
        hold.LiftedAt = app.Now;
        await AddAsync(app, hold);

        Assert.Equal(1, shown!.Count);
        Assert.Null(await ReadAsync(app, 2));
    }

    private static Task AddAsync<TRow>(ForgettingApp app, TRow row)
        where TRow : class, new() => app.Get<ITransactions>().RunAsync(store => store.Table<TRow>().Upsert(row), Cancel);

    private static async Task<Attention?> ReadAsync(ForgettingApp app, int item)
    {
        await using var scope = app.Get<IServiceScopeFactory>().CreateAsyncScope();
        return await RetentionAttention.Items[item].Read(scope.ServiceProvider, Cancel);
    }
}
