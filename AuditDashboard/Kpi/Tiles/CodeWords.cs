using Microsoft.Extensions.Localization;

namespace AuditDashboard.Kpi.Tiles;

/// <summary>Codes of the numbers in the viewer's words; a code without words stays what it is.</summary>
internal static class CodeWords
{
    /// <param name="code">A reason of K16, such as <c>no_slot</c>.</param>
    public static string Reason(IStringLocalizer text, string code) => Of(text, "Reason", code);

    /// <param name="code">A way to miss a client (K15), such as <c>unanswered</c>.</param>
    public static string Missed(IStringLocalizer text, string code) => Of(text, "Missed", code);

    /// <param name="code">What a client did after a reminder (K18), such as <c>undelivered</c>.</param>
    public static string Reaction(IStringLocalizer text, string code) => Of(text, "Reaction", code);

    private static string Of(IStringLocalizer text, string prefix, string code)
    {
        var words = text[prefix + string.Concat(code.Split('_', StringSplitOptions.RemoveEmptyEntries).Select(word => char.ToUpperInvariant(word[0]) + word[1..]))];
        return words.ResourceNotFound ? code : words;
    }
}
