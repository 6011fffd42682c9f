using AuditDashboard.Events;
using AuditDashboard.Foundation;

namespace AuditDashboard.Conversations.Api;

/// <summary>The query of <c>GET /api/v1/events</c>.</summary>
internal static class EventsRequest
{
    private const int Most = 1000;

    /// <summary>Null where a number or moment cannot be read. <paramref name="client"/> is our id or an address, still to be looked up.</summary>
    public static EventFilter? Read(IQueryCollection query, string? branch, SalonClock clock, out string? client)
    {
        client = QueryFields.Text(query, "client");
        return QueryFields.TryNumber(query, "after", 0, out var after) && QueryFields.TryNumber(query, "limit", 100, out var limit)
            && QueryFields.TryMoment(query, "from", clock, out var from) && QueryFields.TryMoment(query, "to", clock, out var to)
            ? new EventFilter(after, (int)Math.Clamp(limit, 1, Most), QueryFields.Text(query, "session"), null, QueryFields.Text(query, "type"), QueryFields.Text(query, "channel"), branch, from, to)
            : null;
    }
}
