using System.Globalization;
using System.Resources;

namespace AuditDashboard.Exports.Formats;

/// <summary>Words inside a file for a spreadsheet in Russian: they belong to the dialect, whatever language the viewer reads.</summary>
internal static class HeadWords
{
    private static readonly ResourceManager Source = new(typeof(HeadText));
    private static readonly CultureInfo Russian = CultureInfo.GetCultureInfo("ru-RU");

    /// <summary>The heading of a column; one that has no words yet keeps its name.</summary>
    public static string Of(string column) => Source.GetString(char.ToUpperInvariant(column[0]) + column[1..], Russian) ?? column;
}
