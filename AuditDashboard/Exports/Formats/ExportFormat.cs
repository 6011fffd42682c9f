namespace AuditDashboard.Exports.Formats;

/// <summary>How a file is written; the words are those of <c>GET /api/v1/exports</c>.</summary>
/// <param name="Format">csv | jsonl | json</param>
/// <param name="Dialect">excel-ru | rfc4180; counts for csv only.</param>
internal sealed record ExportFormat(string Format, string Dialect)
{
    public static readonly IReadOnlyList<string> Formats = ["csv", "jsonl", "json"];

    public static readonly IReadOnlyList<string> Dialects = ["excel-ru", "rfc4180"];

    /// <summary>One word for both: excel-ru | rfc4180 | jsonl | json.</summary>
    public static readonly IReadOnlyList<string> Codes = ["excel-ru", "rfc4180", "jsonl", "json"];

    public string Code => Format == "csv" ? Dialect : Format;

    public string MediaType => Format switch
    {
        "csv" => "text/csv; charset=utf-8",
        "jsonl" => "application/x-ndjson",
        _ => "application/json",
    };

    /// <summary>Null where there is no such format or dialect; absent ones are csv and rfc4180.</summary>
    public static ExportFormat? Of(string? format, string? dialect)
    {
        var asked = new ExportFormat(format ?? "csv", dialect ?? "rfc4180");
        return Formats.Contains(asked.Format) && Dialects.Contains(asked.Dialect) ? asked : null;
    }

    /// <summary>A code that is not known is the one people need.</summary>
    public static ExportFormat OfCode(string? code) => code is "jsonl" or "json" ? new ExportFormat(code, "rfc4180") : new ExportFormat("csv", code == "rfc4180" ? code : "excel-ru");
}
