using System.Globalization;
using System.Text.RegularExpressions;

namespace AuditDashboard.Channels.Sending;

/// <summary>A code a service gave: shown to staff and logged, so it must be a code and not a sentence with a client in it.</summary>
internal static partial class ServiceCode
{
    public static string Of(string? code) => code is not null && Plain().IsMatch(code) ? code : "odd-code";

    public static string Of(long code) => code.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9._-]{0,63}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Plain();
}
