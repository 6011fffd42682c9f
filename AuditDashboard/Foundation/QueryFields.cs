using System.Globalization;

namespace AuditDashboard.Foundation;

/// <summary>Reads query parameters; an empty one counts as absent.</summary>
public static class QueryFields
{
    public static string? Text(IQueryCollection query, string name) => query[name] is [{ Length: > 0 } text] ? text : null;

    public static bool TryNumber(IQueryCollection query, string name, long absent, out long number)
    {
        number = absent;
        return Text(query, name) is not { } text || long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>An instant (RFC 3339), or a plain date: the moment it begins in the organization's zone.</summary>
    public static bool TryMoment(IQueryCollection query, string name, SalonClock clock, out DateTimeOffset? moment)
    {
        moment = null;
        if (Text(query, name) is not { } text)
        {
            return true;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            // The first and the last day there are do not begin in every zone.
            moment = date > DateOnly.MinValue && date < DateOnly.MaxValue ? clock.StartOf(date) : null;
            return moment is not null;
        }

        // "+03:00" in an address that was not escaped arrives as " 03:00".
        var known = DateTimeOffset.TryParse(text.Replace(' ', '+'), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var parsed);
        moment = parsed;
        return known;
    }
}
