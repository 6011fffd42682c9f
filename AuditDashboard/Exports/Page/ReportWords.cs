using System.Globalization;
using AuditDashboard.Ui;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Exports.Page;

/// <summary>Lists, formats, days and sizes in the viewer's words.</summary>
internal static class ReportWords
{
    /// <summary>From Monday on.</summary>
    public static readonly IReadOnlyList<DayOfWeek> Week =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    public static string What(IStringLocalizer<ExportsText> text, string what) => text[$"What_{what}"];

    public static string Format(IStringLocalizer<ExportsText> text, string code) => text[$"Format_{code.Replace('-', '_')}"];

    public static string Weekly(IStringLocalizer<ExportsText> text, DayOfWeek day) => text[$"Weekly_{day}"];

    public static string Hour(int hour) => new TimeOnly(hour, 0).ToString("HH:mm", CultureInfo.InvariantCulture);

    public static string Rows(IStringLocalizer<ExportsText> text, long rows) => Plural.Of(rows, text["RowsOne"], text["RowsFew"], text["RowsMany"]);

    /// <summary><c>1,4 МБ</c>.</summary>
    public static string Size(IStringLocalizer<ExportsText> text, long bytes) => bytes switch
    {
        < 1024 * 1024 => text["Kilobytes", Ui.Formats.Number(Math.Max(0.1, bytes / 1024d), 1)],
        _ => text["Megabytes", Ui.Formats.Number(bytes / (1024d * 1024), 1)],
    };
}
