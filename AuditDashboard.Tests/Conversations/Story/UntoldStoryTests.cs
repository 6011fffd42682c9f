using AuditDashboard.Conversations;
using AuditDashboard.Events;
using AuditDashboard.Kpi;
using AuditDashboard.Storage;
using AuditDashboard.Tests.Kpi.Rollup;
using AuditDashboard.Tests.Support;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace AuditDashboard.Tests.Conversations.Story;

public sealed class UntoldStoryTests : AppTests
{
    private readonly Stumbling _step = new();

    [Fact]
    public async Task A_story_that_cannot_be_told_holds_up_no_other_and_is_tried_again()
    {
        await using var app = App.WithWebHostBuilder(host => host.ConfigureServices(services => services.AddSingleton<IStoryStep>(_step)));
        _step.Address = "tg:2";

        await TellAsync(app, Drafts.Message("1", "2026-11-20T10:00:00Z"), Drafts.Message("2", "2026-11-20T10:00:00Z", session: "s-2", client: "tg:2"));
        Assert.Equal(1, await TurnsAsync(app));

        _step.Address = null;
        App.Clock.Advance(TimeSpan.FromMinutes(5));
        await app.Services.GetRequiredService<IStories>().CatchUpAsync(Cancel);
        Assert.Equal(2, await TurnsAsync(app));
    }

    private static async Task TellAsync(WebApplicationFactory<Program> app, params EventDraft[] drafts)
    {
        await app.Services.GetRequiredService<IEventLog>().AppendAsync(drafts, Cancel);
        await app.Services.GetRequiredService<IStories>().CatchUpAsync(Cancel);
    }

    private static async Task<long> TurnsAsync(WebApplicationFactory<Program> app)
    {
        var report = await app.Services.GetRequiredService<IKpiReports>().RunAsync(new KpiFilter(Numbers.First, Numbers.First.AddDays(60)), Cancel);
        return report.ResponseTime.Within.N;
    }

    private sealed class Stumbling : IStoryStep
    {
        public string? Address { get; set; }

        public void Apply(WriteConnection store, IReadOnlyList<IStoryStep.Change> changes)
        {
            if (changes.Any(change => change.Story.Events.Any(item => Address is not null && item.Content.Client?.Id == Address)))
            {
                throw new InvalidOperationException("This story cannot be told.");
            }
        }

        public void Announce()
        {
            // Nothing is shown.
        }

        public Task RebuildAsync(CancellationToken cancel) => Task.CompletedTask;
    }
}
