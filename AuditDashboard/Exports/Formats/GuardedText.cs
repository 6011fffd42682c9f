using CsvHelper;

namespace AuditDashboard.Exports.Formats;

/// <summary>
/// Text that no spreadsheet takes for a formula (OWASP, CSV injection): where it begins with <c>= + - @</c>, their full-width forms, TAB, CR or
/// LF, also behind spaces, an apostrophe goes before it. Only for columns of words: a number that begins with a minus stays a number.
/// </summary>
internal sealed class GuardedText : ICsvConverter<string?>
{
    private const string Dangerous = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    public static readonly GuardedText Converter = new();

    /// <remarks>Gives back what was written, apostrophe and all.</remarks>
    public string? Read(CsvReader reader, int index) => reader.GetString(index);

    public void Write(CsvWriter writer, string? value) => writer.WriteField(Guarded(value));

    public static string? Guarded(string? text)
    {
        var start = text.AsSpan().TrimStart(" \u00A0\uFEFF\u200B\0");
        return start.Length > 0 && Dangerous.Contains(start[0], StringComparison.Ordinal) ? "'" + text : text;
    }
}
