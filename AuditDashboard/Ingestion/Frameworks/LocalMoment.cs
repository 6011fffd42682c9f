using System.Globalization;
using AuditDashboard.Ingestion.Foreign;

namespace AuditDashboard.Ingestion.Frameworks;

/// <summary>Moments as people and home-made tools write them; none is ever guessed.</summary>
internal static class LocalMoment
{
    private const double EarliestSeconds = 946_684_800;
    private const double LatestSeconds = 4_102_444_800;

    private static readonly string[] Russian =
        ["d.M.yyyy H:mm:ss", "d.M.yyyy H:mm", "d.M.yyyy, H:mm:ss", "d.M.yyyy, H:mm", "d.M.yy H:mm:ss", "d.M.yy H:mm", "d.M.yyyy H:mm:ss.FFF"];

    private static readonly string[] Sortable =
        ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm:ss.FFFFFFF"];

    /// <summary>ISO 8601 with an offset; local time in <paramref name="zone"/>; Unix seconds or milliseconds. Null where it is none of these.</summary>
    public static DateTimeOffset? Parse(ForeignValue value, TimeZoneInfo zone)
    {
        if (value.Number is { } number)
        {
            return Unix(number is > LatestSeconds ? number / 1000 : number);
        }

        if (value.Text?.Trim() is not { Length: > 0 } text)
        {
            return null;
        }

        var culture = CultureInfo.InvariantCulture;
        if (DateTime.TryParseExact(text, [.. Russian, .. Sortable], culture, DateTimeStyles.None, out var local))
        {
            return Plausible(new DateTimeOffset(local, zone.GetUtcOffset(local)));
        }

        // With an offset only: without one, .NET would take the server's zone.
        return text.Length >= 20 && text[4] == '-' && DateTimeOffset.TryParse(text, culture, DateTimeStyles.AssumeUniversal, out var moment) ? Plausible(moment) : null;
    }

    /// <summary>Unix seconds with a fraction, to the millisecond.</summary>
    public static DateTimeOffset? Unix(double? seconds) =>
        seconds is > EarliestSeconds and < LatestSeconds ? DateTimeOffset.FromUnixTimeMilliseconds((long)Math.Floor(seconds.Value * 1000)) : null;

    private static DateTimeOffset? Plausible(DateTimeOffset moment) => Unix(moment.ToUnixTimeMilliseconds() / 1000.0) is null ? null : moment;
}
