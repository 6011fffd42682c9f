using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AuditDashboard.Tests.Bitrix24.Emulator;

/// <summary>Reading parameters whatever type they came in.</summary>
internal static class PortalValues
{
    public static string Text(this JsonNode? node) => node switch
    {
        null => "",
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        JsonValue value when value.GetValueKind() == JsonValueKind.True => "Y",
        JsonValue value when value.GetValueKind() == JsonValueKind.False => "N",
        _ => node.ToJsonString(),
    };

    public static long Number(this JsonNode? node) => long.TryParse(node.Text(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : 0;

    public static JsonNode? Any(this JsonObject map, params string[] names) => names.Select(name => map[name]).FirstOrDefault(value => value is not null);

    public static JsonObject Map(this JsonNode? node) => node as JsonObject ?? [];

    public static IEnumerable<JsonNode?> List(this JsonNode? node) => node switch
    {
        JsonArray array => array,
        JsonObject map => map.Select(pair => pair.Value),
        null => [],
        _ => [node],
    };

    /// <summary>An empty map goes out as an empty list.</summary>
    public static JsonNode Php(this JsonObject map) => map.Count == 0 ? new JsonArray() : map;
}
