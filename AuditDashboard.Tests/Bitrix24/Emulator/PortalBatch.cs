using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;

namespace AuditDashboard.Tests.Bitrix24.Emulator;

/// <summary><c>batch</c> (section 7).</summary>
/// <param name="run">Runs one command under all the rules of a call of its own but the bucket's; gives its envelope.</param>
internal sealed partial class PortalBatch(Func<string, JsonObject, JsonObject> run)
{
    private const int Most = 50;
    private readonly JsonObject _results = [];
    private readonly JsonObject _errors = [];
    private readonly JsonObject _totals = [];
    private readonly JsonObject _nexts = [];
    private readonly JsonObject _times = [];

    public JsonNode Run(JsonObject asked)
    {
        var count = 0;
        foreach (var (key, command) in Commands(asked["cmd"]))
        {
            var answer = Answer(++count, command);
            if (answer["error"] is not null)
            {
                _errors[key] = answer;
                if (asked["halt"].Text() is "1" or "Y")
                {
                    break;
                }

                continue;
            }

            _results[key] = answer["result"]?.DeepClone();
            Keep(_totals, key, answer["total"]);
            Keep(_nexts, key, answer["next"]);
            Keep(_times, key, answer["time"]);
        }

        return new JsonObject
        {
            ["result"] = Php(_results), ["result_error"] = Php(_errors), ["result_total"] = Php(_totals), ["result_next"] = Php(_nexts), ["result_time"] = Php(_times),
        };
    }

    private JsonObject Answer(int number, string command)
    {
        var parts = command.Split('?', 2);
        var method = parts[0].Trim('/').ToLowerInvariant();
        return number > Most ? Error("ERROR_BATCH_LENGTH_EXCEEDED", "Max batch length exceeded")
            : method is "batch" or "upload" or "download" ? Error("ERROR_BATCH_METHOD_NOT_ALLOWED", "Method is not allowed for batch usage")
            : run(method, PortalRequest.OfQuery(parts.Length > 1 ? Replaced(parts[1]) : ""));
    }

    /// <summary>References stand in values, url-encoded with them; a path that leads nowhere keeps what was found last.</summary>
    private string Replaced(string query) => string.Join('&', QueryHelpers.ParseQuery(query).SelectMany(pair => pair.Value.Select(value =>
        $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(Reference().Replace(value ?? "", found => Walk(found.Groups[1].Value, found.Groups[2].Value)))}")));

    private string Walk(string root, string path)
    {
        JsonNode? found = root switch { "result" => _results, "total" => _totals, "next" => _nexts, _ => _errors };
        foreach (Match step in Step().Matches(path))
        {
            var next = found switch
            {
                JsonObject map => map[step.Groups[1].Value],
                JsonArray list when int.TryParse(step.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < list.Count => list[index],
                _ => null,
            };
            if (next is null)
            {
                break;
            }

            found = next;
        }

        return found is JsonObject or JsonArray ? "" : found.Text();
    }

    private static IEnumerable<(string Key, string Command)> Commands(JsonNode? commands) => commands switch
    {
        JsonObject map => map.Where(pair => IsText(pair.Value)).Select(pair => (pair.Key, pair.Value.Text())),
        JsonArray list => list.Index().Where(pair => IsText(pair.Item)).Select(pair => (pair.Index.ToString(CultureInfo.InvariantCulture), pair.Item.Text())),
        _ => [],
    };

    private static bool IsText(JsonNode? node) => node?.GetValueKind() == System.Text.Json.JsonValueKind.String;

    private static void Keep(JsonObject into, string key, JsonNode? value)
    {
        if (value is not null)
        {
            into[key] = value.DeepClone();
        }
    }

    /// <summary>Keys 0..n-1 without a gap come out as a list.</summary>
    private static JsonNode Php(JsonObject map) =>
        map.Index().All(pair => pair.Item.Key == pair.Index.ToString(CultureInfo.InvariantCulture)) ? new JsonArray([.. map.Select(pair => pair.Value?.DeepClone())]) : map;

    private static JsonObject Error(string code, string words) => new() { ["error"] = code, ["error_description"] = words };

    [GeneratedRegex(@"\$(result|total|next|error)((?:\[[^\]\s]*\])+)")]
    private static partial Regex Reference();

    [GeneratedRegex(@"\[([^\]]*)\]")]
    private static partial Regex Step();
}
