using AuditDashboard.Conversations.Append;

namespace AuditDashboard.Conversations.Sessions;

internal static class SessionFilters
{
    public static IQueryable<SessionJoin> Apply(IQueryable<SessionJoin> rows, SessionFilter filter)
    {
        rows = filter.From is not { } from ? rows : rows.Where(row => row.Session.StartedAt >= from);
        rows = filter.To is not { } to ? rows : rows.Where(row => row.Session.StartedAt < to);
        rows = filter.Channel is null ? rows : rows.Where(row => row.Session.Channel == filter.Channel);
        rows = filter.Branch is null ? rows : rows.Where(row => row.Session.Branch == filter.Branch);
        if (filter.Branches is { } branches)
        {
            rows = rows.Where(row => row.Session.Branch != null && branches.Contains(row.Session.Branch));
        }

        return Search(OfOutcome(rows, filter.Outcome), filter.Query);
    }

    private static IQueryable<SessionJoin> OfOutcome(IQueryable<SessionJoin> rows, string? outcome) => outcome switch
    {
        null or "" => rows,
        "complaint" => rows.Where(row => row.Session.Complaint),
        "escalated" => rows.Where(row => row.Session.Escalated),
        "human" => rows.Where(row => row.Session.HasHuman),
        "slow" => rows.Where(row => row.Outcome != null && row.Outcome.SlowTurns > 0),
        _ => rows.Where(row => row.Outcome != null && row.Outcome.Outcome == outcome),
    };

    private static IQueryable<SessionJoin> Search(IQueryable<SessionJoin> rows, string? query)
    {
        if (query is null || query.Trim().Length < 2)
        {
            return rows;
        }

        var words = SearchWords.Fold(query.Trim());
        var digits = string.Concat(words.Where(char.IsAsciiDigit));
        return digits.Length >= 2 && digits.Length >= words.Length - 5 && !words.Any(char.IsLetter)
            ? rows.Where(row => row.Session.SearchText.Contains(words) || row.Session.SearchText.Contains(digits))
            : rows.Where(row => row.Session.SearchText.Contains(words));
    }
}
