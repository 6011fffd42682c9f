using AuditDashboard.Conversations.Clients;
using AuditDashboard.Conversations.Search;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Words;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Conversations.Sessions;

internal sealed class SessionsQuery(IDbContextFactory<AuditDbContext> databases, WordSearch words) : ISessions
{
    /// <summary>Of a word that is in every dialog the newest dialogs are enough.</summary>
    private const int MostSaying = 2000;

    /// <summary>A list to choose from, not a dump: a bot that invents an intent a message must not fill the page.</summary>
    private const int MostValues = 100;

    public async Task<IReadOnlyList<SessionSummary>> ListAsync(SessionFilter filter, int skip, int take, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var page = (await NarrowedAsync(db, filter, cancel)).OrderByDescending(row => row.Session.LastActivityAt).ThenByDescending(row => row.Session.LastSeq);
        return Summaries(await page.Skip(skip).Take(take).ToListAsync(cancel));
    }

    public async Task<int> CountAsync(SessionFilter filter, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await (await NarrowedAsync(db, filter, cancel)).CountAsync(cancel);
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

    private static Task<List<string>> ValuesAsync(AuditDbContext db, SessionTrait trait, CancellationToken cancel)
    {
        var kind = (int)trait;
        return db.Set<SessionTraitRow>().Where(row => row.Kind == kind).Select(row => row.Value).Distinct().OrderBy(value => value).Take(MostValues).ToListAsync(cancel);
    }

    private async Task<IQueryable<SessionJoin>> NarrowedAsync(AuditDbContext db, SessionFilter filter, CancellationToken cancel)
    {
        var typed = SessionFilters.Narrows(filter.Query) ? SearchWords.Cut(filter.Query) : [];
        return SessionFilters.Apply(TraitFilters.Apply(Joined(db), db.Set<SessionTraitRow>(), filter), filter, await words.SessionsAsync(WordForms.Of(typed), MostSaying, cancel));
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
