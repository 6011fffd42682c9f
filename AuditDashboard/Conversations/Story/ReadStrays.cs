using AuditDashboard.Conversations.Bookings;
using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Conversations.Story;

/// <summary>Finds the events that count for a booking and lie under another client.</summary>
internal sealed class ReadStrays(IEventReader events, IDbContextFactory<AuditDbContext> databases)
{
    /// <param name="rootOf">All records of the people asked for, and who each of them is.</param>
    /// <returns>By person; without those who have none.</returns>
    public async Task<IReadOnlyDictionary<ClientId, StoryStrays>> RunAsync(IReadOnlyDictionary<ClientId, ClientId> rootOf, CancellationToken cancel)
    {
        var rows = await RowsAsync([.. rootOf.Keys], cancel);
        if (rows.Count == 0)
        {
            return new Dictionary<ClientId, StoryStrays>();
        }

        var guests = rows.Where(row => Person(row.OwnerId) is { } owner && Person(row.ClientId) != owner).ToList();
        var foreign = rows.Where(row => row.OwnerId is not null && Person(row.ClientId) is { } holder && Person(row.OwnerId) != holder).ToLookup(row => Person(row.ClientId)!.Value, row => row.Seq);
        var stored = (await events.OfSeqsAsync([.. guests.Select(row => row.Seq)], cancel)).ToDictionary(item => item.Seq);
        var byOwner = guests.Where(row => stored.ContainsKey(row.Seq)).ToLookup(row => Person(row.OwnerId)!.Value, row => stored[row.Seq]);
        return rootOf.Values.Distinct().Where(root => byOwner.Contains(root) || foreign.Contains(root))
            .ToDictionary(root => root, root => new StoryStrays([.. byOwner[root]], foreign[root].ToHashSet()));

        ClientId? Person(ClientId? record) => record is { } known && rootOf.TryGetValue(known, out var root) ? root : null;
    }

    /// <summary>Everybody whose story a booking's new events may have changed, beside those the events lie under.</summary>
    public async Task<IReadOnlyCollection<ClientId>> TouchedAfterAsync(long seq, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var strays = db.Set<BookingStrayRow>().AsNoTracking();
        var rows = await strays.Where(row => strays.Any(fresh => fresh.Seq > seq && fresh.Bot == row.Bot && fresh.BookingId == row.BookingId)).ToListAsync(cancel);
        return [.. rows.SelectMany(row => new[] { row.ClientId, row.OwnerId }).OfType<ClientId>().Distinct()];
    }

    private async Task<List<BookingStrayRow>> RowsAsync(List<ClientId> records, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<BookingStrayRow>().AsNoTracking()
            .Where(row => (row.OwnerId != null && records.Contains(row.OwnerId.Value)) || (row.ClientId != null && records.Contains(row.ClientId.Value)))
            .ToListAsync(cancel);
    }
}
