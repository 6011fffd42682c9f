using System.Globalization;

namespace AuditDashboard.Conversations.Api;

/// <summary>Reads query parameters; an empty one counts as absent.</summary>
internal static class QueryFields
{
    public static string? Text(IQueryCollection query, string name) => query[name] is [{ Length: > 0 } text] ? text : null;

    public static bool TryNumber(IQueryCollection query, string name, long absent, out long number)
    {
        number = absent;
        return Text(query, name) is not { } text || long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    public static bool TryMoment(IQueryCollection query, string name, out DateTimeOffset? moment)
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
