using Microsoft.Extensions.Localization;

namespace AuditDashboard.Channels.Connect;

/// <summary>Why a call was refused, in the owner's words.</summary>
internal static class ReasonWords
{
    /// <summary>What was refused for its content lies in quarantine; what never got that far does not.</summary>
    private static readonly HashSet<string> Kept =
        new(StringComparer.Ordinal) { "json", "encoding", "validation", "conflict", "too-many-events", "unknown-body", "internal" };

    public static bool IsKept(string code) => Kept.Contains(code);

    /// <param name="code">The last part of <c>/problems/…</c>.</param>
    public static string Of(IStringLocalizer<ConnectText> words, string code)
    {
        var reason = words["Reason" + string.Concat(code.Split('-').Select(part => char.ToUpperInvariant(part[0]) + part[1..]))];
        return reason.ResourceNotFound ? words["ReasonOther", code] : reason;
    }
}
