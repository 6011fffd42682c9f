using System.Globalization;
using AuditDashboard.Events;

namespace AuditDashboard.Conversations.Api;

/// <summary>The query of <c>GET /api/v1/events</c>.</summary>
internal static class EventsRequest
{
    private const int Most = 1000;

    /// <summary>Null where a number or moment cannot be read. <paramref name="client"/> is our id or an address, still to be looked up.</summary>
    public static EventFilter? Read(IQueryCollection query, string? branch, out string? client)
    {
        client = Text(query, "client");
        return TryNumber(query, "after", 0, out var after) && TryNumber(query, "limit", 100, out var limit)
            && TryMoment(query, "from", out var from) && TryMoment(query, "to", out var to)
            ? new EventFilter(after, (int)Math.Clamp(limit, 1, Most), Text(query, "session"), null, Text(query, "type"), Text(query, "channel"), branch, from, to)
            : null;
    }

    private static string? Text(IQueryCollection query, string name) => query[name] is [{ Length: > 0 } text] ? text : null;

    private static bool TryNumber(IQueryCollection query, string name, long absent, out long number)
    {
        number = absent;
        return Text(query, name) is not { } text || long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    private static bool TryMoment(IQueryCollection query, string name, out DateTimeOffset? moment)
    {
        moment = null;
        if (Text(query, name) is not { } text)
        {
            return true;
        }

        // "+03:00" in an address that was not escaped arrives as " 03:00".
        var known = DateTimeOffset.TryParse(text.Replace(' ', '+'), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var parsed);
        moment = parsed;
        return known;
    }
}
