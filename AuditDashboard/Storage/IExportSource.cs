using System.Text.Json;

namespace AuditDashboard.Storage;

/// <summary>A list that can be taken out of the application. Whoever owns the table offers it; the formats are Exports' business.</summary>
public interface IExportSource
{
    /// <summary>events | sessions | bookings</summary>
    string Name { get; }

    /// <summary>Names of the cells, in the order in which <see cref="IExportLine.WriteCells"/> writes them.</summary>
    IReadOnlyList<string> Columns { get; }

    Task<long> CountAsync(ExportFilter filter, CancellationToken cancel);

    /// <summary>Read in portions: the memory taken does not grow with the number of rows, and no reader is held open while somebody writes.</summary>
    IAsyncEnumerable<IExportLine> ReadAsync(ExportFilter filter, CancellationToken cancel);
}

/// <summary>Which rows: every member that is set narrows, as on the screen and in <c>GET /api/v1/sessions</c>.</summary>
/// <param name="From">Inclusive, UTC; events by their time, sessions and bookings by their start. <paramref name="To"/> is exclusive.</param>
/// <param name="Branches">Only these (what a manager may see); null = all.</param>
/// <param name="Outcome">Sessions only; <paramref name="Query"/> too.</param>
/// <param name="MasksPhones">Phones leave as <c>+7 962 •••-14-42</c>, wherever in the row they stand.</param>
public sealed record ExportFilter(
    DateTimeOffset? From = null, DateTimeOffset? To = null, string? Channel = null, string? Branch = null, IReadOnlyCollection<string>? Branches = null,
    string? Outcome = null, string? Query = null, bool MasksPhones = false);

/// <summary>One row of a list, as a line of a table or as a JSON object.</summary>
public interface IExportLine
{
    void WriteCells(IExportCells cells);

    /// <summary>A whole object, with its braces.</summary>
    void WriteJson(Utf8JsonWriter json);
}
