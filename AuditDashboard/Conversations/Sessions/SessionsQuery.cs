using AuditDashboard.Conversations.Clients;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Rows;
using AuditDashboard.Storage.Words;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Conversations.Sessions;

internal sealed class SessionsQuery(IDbContextFactory<AuditDbContext> databases, WordSearch words, DistinctValues values) : ISessions
{
    /// <summary>A list to choose from, not a dump: a bot that invents an intent a message must not fill the page.</summary>
    private const int MostValues = 100;

    public async Task<IReadOnlyList<SessionSummary>> ListAsync(SessionFilter filter, int skip, int take, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var page = await (await NarrowedSessions.OfAsync(db, filter, words, cancel)).PageAsync(skip, take, cancel);
        var rows = (await Joined(db).Where(row => page.Contains(row.Session.Id)).ToListAsync(cancel)).ToDictionary(row => row.Session.Id);
        return Summaries([.. page.Where(rows.ContainsKey).Select(id => rows[id])]);
    }

    public async Task<int> CountAsync(SessionFilter filter, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await (await NarrowedSessions.OfAsync(db, filter, words, cancel)).CountAsync(cancel);
    }

    public async Task<IReadOnlyDictionary<string, int>> CountEachAsync(SessionFilter filter, IReadOnlyCollection<string> outcomes, CancellationToken cancel)
    {
        var each = outcomes.Distinct(StringComparer.Ordinal);
        if (!SessionFilters.Narrows(filter with { Outcome = null }) && !OutcomeFilters.Narrows(filter with { Outcome = null }))
        {
            return await CountEachByIndexAsync(each, cancel);
        }

        await using var db = await databases.CreateDbContextAsync(cancel);
        var shares = await (await NarrowedSessions.OfAsync(db, filter with { Outcome = null }, words, cancel)).SharesAsync(cancel);
        return each.ToDictionary(outcome => outcome, outcome => SessionTally.Of(shares, outcome), StringComparer.Ordinal);
    }

    public async Task<ISessions.Traits> TraitsAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return new ISessions.Traits(await ValuesAsync(db, SessionTrait.Intent, cancel), await ValuesAsync(db, SessionTrait.Model, cancel), await ValuesAsync(db, SessionTrait.Scenario, cancel));
    }

    public async Task<SessionSummary?> FindAsync(SessionId sessionId, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return Summaries(await Joined(db).Where(row => row.Session.Id == sessionId).ToListAsync(cancel)) is [var found] ? found : null;
    }

    public async Task<IReadOnlyList<SessionSummary>> OfClientAsync(ClientId clientId, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var root = await db.Set<ClientRow>().Where(row => row.Id == clientId).Select(row => row.RootId).SingleOrDefaultAsync(cancel);
        var rows = await Joined(db).Where(row => row.Client.RootId == root).OrderByDescending(row => row.Session.LastActivityAt).Take(200).ToListAsync(cancel);
        return Summaries(rows);
    }

    private Task<List<string>> ValuesAsync(AuditDbContext db, SessionTrait trait, CancellationToken cancel) =>
        values.OfAsync<SessionTraitRow>(db, nameof(SessionTraitRow.Kind), (int)trait, nameof(SessionTraitRow.Value), MostValues, cancel);

    /// <summary>With nothing else narrowed an index holds each of these counts ready; one pass over all sessions would be slower than all of them.</summary>
    private async Task<IReadOnlyDictionary<string, int>> CountEachByIndexAsync(IEnumerable<string> outcomes, CancellationToken cancel)
    {
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        foreach (var outcome in outcomes)
        {
            counts[outcome] = await CountAsync(new SessionFilter(Outcome: outcome), cancel);
        }

        return counts;
    }

    private static IQueryable<SessionJoin> Joined(AuditDbContext db) =>
        from session in db.Set<SessionRow>().AsNoTracking()
        join client in db.Set<ClientRow>().AsNoTracking() on session.ClientId equals client.Id
        join outcome in db.Set<SessionOutcomeRow>().AsNoTracking() on session.Id equals outcome.SessionId into outcomes
        from outcome in outcomes.DefaultIfEmpty()
        select new SessionJoin { Session = session, Client = client, Outcome = outcome };

    private static List<SessionSummary> Summaries(List<SessionJoin> rows) => rows.ConvertAll(row => new SessionSummary(
        row.Session.Id, row.Session.Bot, row.Session.SessionKey, row.Session.ClientId, row.Client.Name, row.Session.ClientAddress, row.Client.Phone,
        row.Session.Channel, row.Session.Branch, row.Session.StartedAt, row.Session.LastActivityAt, row.Outcome?.ClosedAt ?? row.Session.ClosedAt,
        row.Session.Messages, row.Session.LastText, row.Session.LastIntent, row.Outcome?.Outcome, row.Outcome?.ResponseMs, row.Outcome?.SlowTurns ?? 0,
        row.Session.HasHuman, row.Session.Escalated, row.Session.Complaint, row.Session.LeadId, row.Session.LeadBitrix24));
}

/// <summary>A session with its client and, once folded, its outcome.</summary>
internal sealed class SessionJoin
{
    public required SessionRow Session { get; init; }
    public required ClientRow Client { get; init; }
    public SessionOutcomeRow? Outcome { get; init; }
}
