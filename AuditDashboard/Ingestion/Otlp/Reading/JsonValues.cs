using System.Globalization;
using System.Text.Json;
using AuditDashboard.Foundation;
using AuditDashboard.Ingestion.Foreign;

namespace AuditDashboard.Ingestion.Otlp.Reading;

/// <summary>AnyValue and KeyValue in OTLP/JSON: 64-bit numbers come as numbers or as text.</summary>
internal static class JsonValues
{
    private const int Deepest = 32;

    public static IEnumerable<JsonElement> List(JsonElement parent, string name) =>
        Part(parent, name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    /// <summary>The member, or an undefined element.</summary>
    public static JsonElement Part(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var part) ? part : default;

    public static string? Text(JsonElement parent, string name) => Part(parent, name) is { ValueKind: JsonValueKind.String } text ? ForeignText.Of(text) : null;

    /// <summary>An unsigned 64-bit number; 0 where there is none.</summary>
    public static ulong Number(JsonElement parent, string name) => Part(parent, name) switch
    {
        { ValueKind: JsonValueKind.Number } number when number.TryGetUInt64(out var value) => value,
        { ValueKind: JsonValueKind.String } text when ulong.TryParse(ForeignText.Of(text), NumberStyles.None, CultureInfo.InvariantCulture, out var value) => value,
        _ => 0,
    };

    public static OtlpIds Ids(JsonElement item) => new(Text(item, "traceId")?.ToLowerInvariant(), Text(item, "spanId")?.ToLowerInvariant());

    /// <exception cref="FormatException">Nested deeper than 32.</exception>
    public static ForeignValue Members(JsonElement parent, string name, int depth = 0)
    {
        var members = new Dictionary<string, ForeignValue>(StringComparer.Ordinal);
        foreach (var pair in List(parent, name))
        {
            if (Text(pair, "key") is { } key)
            {
                members[key] = Read(Part(pair, "value"), depth);
            }
        }

        return new ForeignValue(members);
    }

    public static ForeignValue Read(JsonElement any, int depth = 0)
    {
        if (depth >= Deepest)
        {
            throw new FormatException("Values are nested too deep.");
        }

        if (any.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in any.EnumerateObject())
            {
                return Read(member.Name, member.Value, depth);
            }
        }

        return ForeignValue.None;
    }

    private static ForeignValue Read(string kind, JsonElement value, int depth) => (kind, value.ValueKind) switch
    {
        ("stringValue" or "bytesValue", JsonValueKind.String) => new ForeignValue(ForeignText.Of(value)),
        ("boolValue", JsonValueKind.True or JsonValueKind.False) => new ForeignValue(value.ValueKind == JsonValueKind.True),
        ("intValue", JsonValueKind.Number) when value.TryGetInt64(out var whole) => new ForeignValue(whole),
        ("intValue", JsonValueKind.String) when long.TryParse(ForeignText.Of(value), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => new ForeignValue(whole),
        ("doubleValue", JsonValueKind.Number) when value.TryGetDouble(out var number) && double.IsFinite(number) => new ForeignValue(number),
        ("arrayValue", JsonValueKind.Object) => new ForeignValue(List(value, "values").Select(item => Read(item, depth + 1)).ToList()),
        ("kvlistValue", JsonValueKind.Object) => Members(value, "values", depth + 1),
        _ => ForeignValue.None,
    };
}
