using AuditDashboard.Foundation;

namespace AuditDashboard.Conversations.Story;

internal sealed class Stories(StoryNews news, StoryTeller teller, IClients clients) : IStories
{
    public async Task<ClientStory?> TellAsync(ClientId anyRecordOfThePerson, CancellationToken cancel)
    {
        var roots = await clients.RootsAsync([anyRecordOfThePerson], cancel);
        var told = await teller.TellAsync([.. roots.Values], cancel);
        return told is [var person] ? person.Story : null;
    }

    public Task CatchUpAsync(CancellationToken cancel) => news.AskAsync(rebuild: false).WaitAsync(cancel);

    public Task RebuildAsync(CancellationToken cancel) => news.AskAsync(rebuild: true).WaitAsync(cancel);
}
