using System.Text.RegularExpressions;

namespace AuditDashboard.Ui;

/// <summary>Covers what looks like a phone inside a text: ten to fifteen digits that begin with +, 7, 8 or 9, with the usual signs between them.</summary>
public static partial class MaskedPhones
{
    public static string? In(string? text) =>
        text is null ? null : Phone().Replace(text, match => PhoneMask.Of("+" + string.Concat(match.Value.Where(char.IsAsciiDigit))));

    [GeneratedRegex(@"(?<![\w:])(?:\+\d|[789])(?:[ \u00A0().-]{0,2}\d){9,14}(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Phone();
}
