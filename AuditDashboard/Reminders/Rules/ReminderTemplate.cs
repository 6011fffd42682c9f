using System.Text;
using System.Text.RegularExpressions;

namespace AuditDashboard.Reminders.Rules;

/// <summary>Fills a template. A part in square brackets with a variable in it falls out when that variable is empty.</summary>
internal static partial class ReminderTemplate
{
    public static string Fill(string template, IReadOnlyDictionary<string, string?> values)
    {
        var whole = Optional().Replace(template, part => Variable().Matches(part.Value) is { Count: > 0 } named
            ? named.All(match => !string.IsNullOrWhiteSpace(values.GetValueOrDefault(match.Groups[1].Value))) ? part.Value[1..^1] : ""
            : part.Value);
        return Tidy(Variable().Replace(whole, match => values.TryGetValue(match.Groups[1].Value, out var value) ? value?.Trim() ?? "" : match.Value));
    }

    /// <summary>The names in their order; one that stands twice is there twice.</summary>
    public static IReadOnlyList<string> VariablesOf(string template) => [.. Variable().Matches(template).Select(match => match.Groups[1].Value)];

    /// <summary>What an empty variable leaves behind: doubled blanks, a blank before a comma, a comma before the end.</summary>
    private static string Tidy(string text)
    {
        var tidy = new StringBuilder(text.Length);
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            tidy.Append(StrayComma().Replace(BlankBefore().Replace(Blanks().Replace(line, " "), "$1"), "$1").Trim(' ', ',')).Append('\n');
        }

        return tidy.ToString().Trim();
    }

    [GeneratedRegex(@"\[[^\[\]]*\]")]
    private static partial Regex Optional();

    [GeneratedRegex(@"\{(client|service|staff|date|time|branch|address)\}")]
    private static partial Regex Variable();

    [GeneratedRegex(@" {2,}")]
    private static partial Regex Blanks();

    [GeneratedRegex(@" +([,.!?;:])")]
    private static partial Regex BlankBefore();

    [GeneratedRegex(@",+([,.!?])")]
    private static partial Regex StrayComma();
}
