using System.Globalization;

namespace AuditDashboard.Conversations.Append;

/// <summary>Text as it is compared in a search: lower case, ё as е (SQLite folds only ASCII).</summary>
internal static class SearchWords
{
    public static string Of(params ReadOnlySpan<string?> parts) => Fold(string.Join('\n', parts));

    public static string Fold(string text) => text.ToLower(CultureInfo.InvariantCulture).Replace('ё', 'е');
}
