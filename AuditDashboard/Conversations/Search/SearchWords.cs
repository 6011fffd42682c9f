using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace AuditDashboard.Conversations.Search;

/// <summary>Text as it is compared in a search: composed (NFC), lower case, ё as е; й stays a letter of its own (SQLite folds only ASCII).</summary>
internal static partial class SearchWords
{
    /// <summary>More words than this narrow nothing any more.</summary>
    private const int Most = 16;

    public static string Of(params ReadOnlySpan<string?> parts) => Fold(string.Join('\n', parts));

    public static string Fold(string text) => Compose(text).ToLower(CultureInfo.InvariantCulture).Replace('ё', 'е');

    /// <summary>The words of what somebody typed, each once; signs between them are nothing but gaps.</summary>
    public static IReadOnlyList<string> Cut(string? typed) =>
        typed is null ? [] : [.. Words().Matches(Fold(typed)).Select(match => match.Value).Distinct(StringComparer.Ordinal).Take(Most)];

    // Phones of one maker send й and ё as a letter and a mark. All other text is composed already, and the append path should not ask twice.
    private static string Compose(string text) => text.AsSpan().IndexOfAnyInRange('\u0300', '\u036F') < 0
        ? text
        : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Normalize(NormalizationForm.FormC);

    [GeneratedRegex(@"[\p{L}\p{N}][\p{L}\p{N}\p{M}]*")]
    private static partial Regex Words();
}
