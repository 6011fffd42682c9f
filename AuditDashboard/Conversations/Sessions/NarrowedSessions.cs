using AuditDashboard.Conversations.Search;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Words;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Conversations.Sessions;

/// <summary>
/// The sessions of one filter, asked with no more tables than the filter needs: who the client is narrows nothing, and most filters are answered
/// by an index alone. The words are looked up once, however often it is asked.
/// </summary>
/// <param name="sessions">Those that match what their own rows say.</param>
/// <param name="outcomes">Of all sessions.</param>
internal sealed class NarrowedSessions(SessionFilter filter, IQueryable<SessionRow> sessions, IQueryable<SessionOutcomeRow> outcomes)
{
    /// <summary>Of a word that is in every dialog the newest dialogs are enough.</summary>
    private const int MostSaying = 2000;

    public static async Task<NarrowedSessions> OfAsync(AuditDbContext db, SessionFilter filter, WordSearch words, CancellationToken cancel)
    {
        var typed = SessionFilters.IsSearch(filter.Query) ? SearchWords.Cut(filter.Query) : [];
        var saying = await words.SessionsAsync(WordForms.Of(typed), MostSaying, cancel);
        var all = db.Set<SessionRow>().AsNoTracking();
        var sessions = TraitFilters.Apply(all, db.Set<SessionTraitRow>(), filter);
        return new NarrowedSessions(filter, SessionFilters.Apply(sessions, all, filter, saying), db.Set<SessionOutcomeRow>().AsNoTracking());
    }

    /// <summary>A page of ids, the newest activity first. Only what is sorted by is read; the rows of the page are read afterwards.</summary>
    public Task<List<SessionId>> PageAsync(int skip, int take, CancellationToken cancel) => InOrder()
        .OrderByDescending(row => row.LastActivityAt).ThenByDescending(row => row.LastSeq).Select(row => row.Id).Skip(skip).Take(take).ToListAsync(cancel);

    public Task<int> CountAsync(CancellationToken cancel)
    {
        if (!OutcomeFilters.Narrows(filter))
        {
            return sessions.CountAsync(cancel);
        }

        return SessionFilters.Narrows(filter)
            ? sessions.Join(Outcomes(), row => row.Id, outcome => outcome.SessionId, (row, _) => row).CountAsync(cancel)
            : Outcomes().CountAsync(cancel);
    }

    /// <summary>How many there are of each outcome, and of each mark an outcome's word can stand for: all in one pass.</summary>
    public async Task<IReadOnlyList<Share>> SharesAsync(CancellationToken cancel)
    {
        var rows = from row in InOrder()
                   join outcome in outcomes on row.Id equals outcome.SessionId into own
                   from outcome in own.DefaultIfEmpty()
                   select new { row.Complaint, row.Escalated, row.HasHuman, Outcome = (string?)outcome.Outcome, Slow = (int?)outcome.SlowTurns };
        return await rows.GroupBy(row => row.Outcome)
            .Select(same => new Share(
                same.Key, same.Count(), same.Count(row => row.Complaint), same.Count(row => row.Escalated), same.Count(row => row.HasHuman), same.Count(row => row.Slow > 0)))
            .ToListAsync(cancel);
    }

    // Asked for row by row, and not joined: a page is found by walking back from the newest, not by sorting all that match.
    private IQueryable<SessionRow> InOrder()
    {
        var wanted = Outcomes();
        return OutcomeFilters.Narrows(filter) ? sessions.Where(row => wanted.Any(outcome => outcome.SessionId == row.Id)) : sessions;
    }

    private IQueryable<SessionOutcomeRow> Outcomes() => OutcomeFilters.Apply(outcomes, filter);

    /// <param name="Outcome">Null of sessions that have none yet.</param>
    internal sealed record Share(string? Outcome, int Count, int Complaints, int Escalated, int Human, int Slow);
}
