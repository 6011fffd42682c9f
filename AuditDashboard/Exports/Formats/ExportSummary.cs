using System.Globalization;
using System.Text.Json;
using AuditDashboard.Storage;

namespace AuditDashboard.Exports.Formats;

/// <summary>What was asked for and how much came of it: tells a whole file from one that broke off.</summary>
internal sealed record ExportSummary(DateTimeOffset ExportedAt, ExportFilter Filter, long Count)
{
    /// <summary>Members of an object that is already open.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteString("exportedAt"u8, Utc(ExportedAt));
        json.WriteStartObject("filter"u8);
        json.WriteString("from"u8, Filter.From is { } from ? Utc(from) : null);
        json.WriteString("to"u8, Filter.To is { } to ? Utc(to) : null);
        json.WriteString("branch"u8, Filter.Branch);
        json.WriteString("channel"u8, Filter.Channel);
        json.WriteString("phones"u8, Filter.MasksPhones ? "masked" : "full");
        json.WriteEndObject();
        json.WriteNumber("count"u8, Count);
    }

    private static string Utc(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
