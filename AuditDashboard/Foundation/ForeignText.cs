using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace AuditDashboard.Foundation;

/// <summary>Strings out of bodies that are not ours: NUL and lone surrogates become U+FFFD (decisions.md 15); nothing throws.</summary>
public static class ForeignText
{
    private const int EscapeLength = 6;

    /// <param name="text">A JSON string in valid UTF-8.</param>
    public static string Of(JsonElement text)
    {
        try
        {
            return Clean(text.GetString()!);
        }
        catch (InvalidOperationException)
        {
            return Clean(JsonElement.Parse(Repair(text.GetRawText())).GetString()!);
        }
    }

    public static string Clean(string text) => text.Replace('\0', '\uFFFD');

    /// <summary>The beginning of a text, without half a character at its end.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Cut(string? text, int longest) =>
        text is null || text.Length <= longest ? text : text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];

    /// <summary>Half a character cannot be unescaped: its escape becomes the one of U+FFFD.</summary>
    private static string Repair(string quoted)
    {
        var text = new StringBuilder(quoted);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                continue;
            }

            var unit = UnitAt(quoted, i);
            var isPair = unit is { } high && char.IsHighSurrogate(high) && UnitAt(quoted, i + EscapeLength) is { } low && char.IsLowSurrogate(low);
            if (unit is { } alone && char.IsSurrogate(alone) && !isPair)
            {
                (text[i + 2], text[i + 3], text[i + 4], text[i + 5]) = ('F', 'F', 'F', 'D');
            }

            i += unit is null ? 1 : isPair ? (2 * EscapeLength) - 1 : EscapeLength - 1;
        }

        return text.ToString();
    }

    private static char? UnitAt(string quoted, int at) =>
        at + EscapeLength <= quoted.Length && quoted[at] == '\\' && quoted[at + 1] == 'u' ? (char)Convert.ToUInt16(quoted.Substring(at + 2, 4), 16) : null;
}
