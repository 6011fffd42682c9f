using System.Text.Encodings.Web;
using System.Text.Json;

namespace AuditDashboard.Ingestion.Quarantine;

internal static class QuarantineJson
{
    public static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IReadOnlyDictionary<string, string[]> Read(string? errors) =>
        errors is null ? new Dictionary<string, string[]>() : JsonSerializer.Deserialize<Dictionary<string, string[]>>(errors, Options)!;
}
