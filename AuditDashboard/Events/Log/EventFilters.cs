using System.Linq.Expressions;
using AuditDashboard.Foundation;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Events.Log;

internal static class EventFilters
{
    public static IQueryable<EventRow> Apply(IQueryable<EventRow> rows, EventFilter filter)
    {
        rows = filter.Session is null ? rows : rows.Where(OfSession(filter.Session));
        rows = filter.Type is null ? rows : rows.Where(OfType(filter.Type));
        rows = filter.TypePrefix is null ? rows : rows.Where(row => row.Type.StartsWith(filter.TypePrefix));
        rows = filter.Channel is null ? rows : rows.Where(row => row.Channel == filter.Channel);
        rows = filter.Branch is null ? rows : rows.Where(row => row.Branch == filter.Branch);
        if (filter.Branches is { } branches)
        {
            rows = rows.Where(row => row.Branch != null && branches.Contains(row.Branch));
        }

        if (filter.Clients is { } clients)
        {
            rows = rows.Where(row => row.ClientId != null && clients.Contains(row.ClientId.Value));
        }

        return Dated(rows, filter);
    }

    public static IQueryable<EventRow> Dated(IQueryable<EventRow> rows, EventFilter filter)
    {
        rows = filter.From is not { } from ? rows : rows.Where(row => row.OccurredAt >= from);
        return filter.To is not { } to ? rows : rows.Where(row => row.OccurredAt < to);
    }

    // SQLite takes a partial index only for a condition it can read: a parameter would hide the type from it.
    private static Expression<Func<EventRow, bool>> OfType(string type) =>
        EventRowMap.Rare.Contains(type) ? row => row.Type == EF.Constant(type) : row => row.Type == type;

    private static Expression<Func<EventRow, bool>> OfSession(string session)
    {
        if (!Guid.TryParse(session, out var id))
        {
            return row => row.SessionKey == session;
        }

        var sessionId = new SessionId(id);
        return row => row.SessionId == sessionId || row.SessionKey == session;
    }
}
