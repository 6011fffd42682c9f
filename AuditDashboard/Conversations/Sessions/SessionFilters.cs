using System.Diagnostics.CodeAnalysis;
using AuditDashboard.Conversations.Search;
using AuditDashboard.Foundation;

namespace AuditDashboard.Conversations.Sessions;

internal static class SessionFilters
{
    /// <param name="saying">The sessions in which the filter's words were said.</param>
    public static IQueryable<SessionJoin> Apply(IQueryable<SessionJoin> rows, SessionFilter filter, IReadOnlyCollection<SessionId> saying)
    {
        rows = filter.From is not { } from ? rows : rows.Where(row => row.Session.StartedAt >= from);
        rows = filter.To is not { } to ? rows : rows.Where(row => row.Session.StartedAt < to);
        rows = filter.Channel is null ? rows : rows.Where(row => row.Session.Channel == filter.Channel);
        rows = filter.Branch is null ? rows : rows.Where(row => row.Session.Branch == filter.Branch);
        if (filter.Branches is { } branches)
        {
            rows = rows.Where(row => row.Session.Branch != null && branches.Contains(row.Session.Branch));
        }

        return Search(OfOutcome(rows, filter.Outcome), filter.Query, saying);
    }

    /// <summary>A single sign is no search.</summary>
    public static bool Narrows([NotNullWhen(true)] string? query) => query?.Trim().Length >= 2;

    private static IQueryable<SessionJoin> OfOutcome(IQueryable<SessionJoin> rows, string? outcome) => outcome switch
    {
        null or "" => rows,
        "complaint" => rows.Where(row => row.Session.Complaint),
        "escalated" => rows.Where(row => row.Session.Escalated),
        "human" => rows.Where(row => row.Session.HasHuman),
        "slow" => rows.Where(row => row.Outcome != null && row.Outcome.SlowTurns > 0),
        _ => rows.Where(row => row.Outcome != null && row.Outcome.Outcome == outcome),
    };

    private static IQueryable<SessionJoin> Search(IQueryable<SessionJoin> rows, string? query, IReadOnlyCollection<SessionId> saying)
    {
        if (!Narrows(query))
        {
            return rows;
        }

        var typed = SearchWords.Fold(query.Trim());
        var digits = string.Concat(typed.Where(char.IsAsciiDigit));
        return digits.Length >= 2 && digits.Length >= typed.Length - 5 && !typed.Any(char.IsLetter)
            ? rows.Where(row => row.Session.SearchText.Contains(typed) || row.Session.SearchText.Contains(digits) || saying.Contains(row.Session.Id))
            : rows.Where(row => row.Session.SearchText.Contains(typed) || saying.Contains(row.Session.Id));
    }
}
