using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace AuditDashboard.Tests.Bitrix24.Emulator;

/// <summary>Parameters of a call as the kernel reads them (section 1.1): the query first, then the form; a raw body only without a form; JSON that is none is nothing.</summary>
internal static class PortalRequest
{
    public static async Task<JsonObject> ReadAsync(HttpRequest request)
    {
        var read = new JsonObject();
        AddPairs(read, QueryHelpers.ParseQuery(request.QueryString.Value).SelectMany(pair => pair.Value.Select(value => (pair.Key, value ?? ""))));
        if (HttpMethods.IsGet(request.Method))
        {
            return Listed(read);
        }

        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        if (request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) is true)
        {
            AddPairs(read, QueryHelpers.ParseQuery(body).SelectMany(pair => pair.Value.Select(value => (pair.Key, value ?? ""))));
            return Listed(read);
        }

        read = Listed(read);
        foreach (var (name, value) in Json(body))
        {
            read[name] = value?.DeepClone();
        }

        return read;
    }

    /// <summary>A command of a batch: <c>method?urlencoded-query</c>.</summary>
    public static JsonObject OfQuery(string query)
    {
        var read = new JsonObject();
        AddPairs(read, QueryHelpers.ParseQuery(query).SelectMany(pair => pair.Value.Select(value => (pair.Key, value ?? ""))));
        return Listed(read);
    }

    private static JsonObject Json(string body)
    {
        try
        {
            return JsonNode.Parse(body) as JsonObject ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static void AddPairs(JsonObject into, IEnumerable<(string Name, string Value)> pairs)
    {
        foreach (var (name, value) in pairs)
        {
            var path = name.Replace("]", "", StringComparison.Ordinal).Split('[');
            var place = into;
            foreach (var part in path[..^1])
            {
                place = place[part] as JsonObject ?? (JsonObject)(place[part] = new JsonObject());
            }

            place[path[^1].Length > 0 ? path[^1] : place.Count.ToString(CultureInfo.InvariantCulture)] = value;
        }
    }

    /// <summary>PHP knows one kind of map: with the keys 0..n-1 it is a list.</summary>
    private static JsonObject Listed(JsonObject map)
    {
        foreach (var (name, value) in map.ToList())
        {
            if (value is JsonObject inner)
            {
                var listed = Listed(inner);
                var isList = listed.Count > 0 && listed.Select((pair, index) => pair.Key == index.ToString(CultureInfo.InvariantCulture)).All(same => same);
                map[name] = isList ? new JsonArray([.. listed.Select(pair => pair.Value?.DeepClone())]) : listed.DeepClone();
            }
        }

        return map;
    }
}
