using AuditDashboard.Conversations.Search;
using AuditDashboard.Foundation;

namespace AuditDashboard.Conversations.Story;

internal sealed class Stories(StoryNews news, StoryTeller teller, IClients clients, IndexWords words) : IStories
{
    public (int People, DateTimeOffset? Since) Lag => news.Lag;

    public async Task<ClientStory?> TellAsync(ClientId anyRecordOfThePerson, CancellationToken cancel)
    {
        var roots = await clients.RootsAsync([anyRecordOfThePerson], cancel);
        var told = await teller.TellAsync([.. roots.Values], cancel);
        return told is [var person] ? person.Story : null;
    }

    public async Task CatchUpAsync(CancellationToken cancel)
    {
        var told = news.AskAsync(rebuild: false).WaitAsync(cancel);
        while (await words.HandleAsync(cancel))
        {
            // A portion at a time, so that the log is written in between.
        }

        await told;
    }

    public Task RebuildAsync(CancellationToken cancel) => news.AskAsync(rebuild: true).WaitAsync(cancel);
}
