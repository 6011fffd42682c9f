using System.Diagnostics.CodeAnalysis;
using AuditDashboard.Conversations.Search;
using AuditDashboard.Foundation;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Conversations.Sessions;

/// <summary>What of a filter the session's own row answers; <see cref="OutcomeFilters"/> has the rest.</summary>
internal static class SessionFilters
{
    /// <summary>Whether the session's row is needed at all, or the row of its outcome alone says who matches.</summary>
    public static bool Narrows(SessionFilter filter) =>
        filter.From is not null || filter.To is not null || filter.Channel is not null || filter.Branch is not null || filter.Branches is not null
        || filter.Outcome is "complaint" or "escalated" or "human" || filter.HasHuman || IsSearch(filter.Query) || TraitFilters.Narrows(filter);

    /// <param name="all">Every session there is.</param>
    /// <param name="saying">The sessions in which the filter's words were said.</param>
    public static IQueryable<SessionRow> Apply(IQueryable<SessionRow> rows, IQueryable<SessionRow> all, SessionFilter filter, IReadOnlyCollection<SessionId> saying)
    {
        rows = filter.From is not { } from ? rows : rows.Where(row => row.StartedAt >= from);
        rows = filter.To is not { } to ? rows : rows.Where(row => row.StartedAt < to);
        rows = filter.Channel is null ? rows : rows.Where(row => row.Channel == filter.Channel);
        rows = filter.Branch is null ? rows : rows.Where(row => row.Branch == filter.Branch);
        if (filter.Branches is { } branches)
        {
            rows = rows.Where(row => row.Branch != null && branches.Contains(row.Branch));
        }

        rows = filter.HasHuman ? rows.Where(row => row.HasHuman) : rows;
        rows = filter.Outcome switch
        {
            "complaint" => rows.Where(row => row.Complaint),
            "escalated" => rows.Where(row => row.Escalated),
            "human" => rows.Where(row => row.HasHuman),
            _ => rows,
        };
        return IsSearch(filter.Query) ? Search(rows, Named(all, SearchWords.Fold(filter.Query.Trim())), saying) : rows;
    }

    /// <summary>A single sign is no search.</summary>
    public static bool IsSearch([NotNullWhen(true)] string? query) => query?.Trim().Length >= 2;

    private static IQueryable<SessionRow> Search(IQueryable<SessionRow> rows, IQueryable<SessionId> named, IReadOnlyCollection<SessionId> saying) =>
        rows.Where(row => named.Contains(row.Id) || EF.Parameter(saying).Contains(row.Id));

    /// <summary>By name, phone or lead, asked for apart, so that an index alone answers it; signs that are no word in the last message, where they stand.</summary>
    private static IQueryable<SessionId> Named(IQueryable<SessionRow> all, string typed)
    {
        if (!typed.Any(char.IsLetterOrDigit))
        {
            return all.Where(row => row.LastText != null && row.LastText.Contains(typed)).Select(row => row.Id);
        }

        var digits = string.Concat(typed.Where(char.IsAsciiDigit));
        return (digits.Length >= 2 && digits != typed && digits.Length >= typed.Length - 5 && !typed.Any(char.IsLetter)
            ? all.Where(row => row.SearchText.Contains(typed) || row.SearchText.Contains(digits))
            : all.Where(row => row.SearchText.Contains(typed))).Select(row => row.Id);
    }
}
