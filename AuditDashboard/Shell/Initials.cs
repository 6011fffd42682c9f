using System.Globalization;

namespace AuditDashboard.Shell;

/// <summary>The first letters of a name, for a round mark.</summary>
internal static class Initials
{
    public static string Of(string name, int letters) =>
        string.Concat(name
            .Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(word => StringInfo.GetNextTextElement(word.TrimStart('«', '"', '“')))
            .Where(letter => letter.Length > 0)
            .Take(letters)
            .Select(letter => letter.ToUpper(CultureInfo.CurrentCulture)));
}
