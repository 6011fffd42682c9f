using AuditDashboard.Conversations.Clients;
using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Conversations.Story;

/// <summary>A person's story as it stands now.</summary>
/// <param name="Strays">What went into it beside the person's own events.</param>
internal sealed record ToldStory(ClientId Root, IReadOnlyList<ClientId> Members, ClientStory Story, SessionPlaces Places, StoryStrays Strays);

/// <summary>Reads a person's events and folds them by the salon's rules.</summary>
internal sealed class StoryTeller(
    IEventReader events, ReadStrays strays, IDbContextFactory<AuditDbContext> databases, StoryRulebook rules, TimeProvider time)
{
    /// <summary>Whatever stories depend on besides events: other rules, other stories.</summary>
    public string Rules => rules.Text;

    public async Task<IReadOnlyList<ToldStory>> TellAsync(IReadOnlyCollection<ClientId> roots, CancellationToken cancel)
    {
        var members = await MembersAsync(roots, cancel);
        var rootOf = members.ToDictionary(row => row.Id, row => row.RootId);
        var stored = (await events.OfClientsAsync(rootOf.Keys, cancel)).ToLookup(item => rootOf[item.ClientId!.Value]);
        var astray = await strays.RunAsync(rootOf, cancel);
        return [.. members.GroupBy(row => row.RootId, row => row.Id)
            .Select(person => Tell(person.Key, [.. person], [.. stored[person.Key]], astray.GetValueOrDefault(person.Key) ?? StoryStrays.None))];
    }

    public ToldStory Tell(ClientId root, IReadOnlyList<ClientId> members, IReadOnlyList<StoredEvent> stored, StoryStrays astray)
    {
        var story = StoryFold.Fold(stored, rules.Current, time.GetUtcNow(), astray);
        return new ToldStory(root, members, story, SessionPlaces.Of(story, time), astray);
    }

    private async Task<List<ClientRow>> MembersAsync(IReadOnlyCollection<ClientId> roots, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<ClientRow>().AsNoTracking().Where(row => roots.Contains(row.RootId)).ToListAsync(cancel);
    }
}
