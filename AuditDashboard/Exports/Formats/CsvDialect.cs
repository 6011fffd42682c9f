using System.Globalization;
using CsvHelper;

namespace AuditDashboard.Exports.Formats;

/// <summary>What differs between a table for a spreadsheet in Russian and one for programs (standards.md section 7).</summary>
/// <param name="Moment">Format of a moment in the salon's zone.</param>
internal sealed record CsvDialect(CsvWriterOptions Options, string Moment, bool IsForPeople)
{
    /// <summary>Excel opens it by a double click: byte order mark, semicolons, decimal commas, CRLF. A line <c>sep=;</c> would make it ignore the mark.</summary>
    public static readonly CsvDialect ExcelRu = new(
        new CsvWriterOptions
        {
            Separator = ';', WriteByteOrderMark = true, FormatProvider = CultureInfo.GetCultureInfo("ru-RU"),
            TrueValue = HeadWords.Of("Yes"), FalseValue = HeadWords.Of("No"),
        },
        "dd.MM.yyyy HH:mm:ss", IsForPeople: true);

    /// <summary>RFC 4180 in UTF-8, moments as ISO 8601 with their offset.</summary>
    public static readonly CsvDialect Rfc4180 = new(
        new CsvWriterOptions { Separator = ',', FormatProvider = CultureInfo.InvariantCulture, TrueValue = "true", FalseValue = "false" },
        "yyyy-MM-dd'T'HH:mm:ss.fffzzz", IsForPeople: false);

    public static CsvDialect Of(string name) => name == "excel-ru" ? ExcelRu : Rfc4180;

    /// <summary>Programs get the members' names as in the API, people get words.</summary>
    public string Head(string column) => IsForPeople ? HeadWords.Of(column) : column;
}
