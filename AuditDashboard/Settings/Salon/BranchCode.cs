using System.Text;

namespace AuditDashboard.Settings.Salon;

/// <summary>A code made from a branch's name, for bots to write: <c>На Ленина, 5</c> becomes <c>na-lenina-5</c>.</summary>
internal static class BranchCode
{
    private const string Letters = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя";

    private static readonly string[] Latin =
    [
        "a", "b", "v", "g", "d", "e", "e", "zh", "z", "i", "y", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "kh", "ts", "ch", "sh", "shch",
        "", "y", "", "e", "yu", "ya",
    ];

    /// <param name="taken">Codes that are in use; the new one is none of them.</param>
    public static string From(string name, IReadOnlyCollection<string> taken)
    {
        var code = Spell(name);
        code = code.Length == 0 ? "branch" : code;
        return taken.Contains(code) ? Enumerable.Range(2, taken.Count + 1).Select(number => $"{code}-{number}").First(next => !taken.Contains(next)) : code;
    }

    private static string Spell(string name)
    {
        var code = new StringBuilder();
        foreach (var letter in name.ToLowerInvariant())
        {
            var index = Letters.IndexOf(letter, StringComparison.Ordinal);
            if (index >= 0 || char.IsAsciiLetterOrDigit(letter))
            {
                code.Append(index >= 0 ? Latin[index] : letter.ToString());
            }
            else if (code.Length > 0 && code[^1] != '-')
            {
                code.Append('-');
            }
        }

        return code.ToString()[..Math.Min(code.Length, 40)].Trim('-');
    }
}
