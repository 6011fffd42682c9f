namespace AuditDashboard.Conversations.Story;

internal sealed class Stories(StoryNews news) : IStories
{
    public Task CatchUpAsync(CancellationToken cancel) => news.AskAsync(rebuild: false).WaitAsync(cancel);

    public Task RebuildAsync(CancellationToken cancel) => news.AskAsync(rebuild: true).WaitAsync(cancel);
}
