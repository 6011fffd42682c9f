using System.Globalization;
using System.Text.Json;

namespace AuditDashboard.Bitrix24.Client;

/// <summary>Reads what PHP writes (bitrix24.md section 15): empty maps as lists, numbers as texts, moments as empty texts.</summary>
internal static class Lenient
{
    public static JsonElement Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : default;

    public static IEnumerable<JsonElement> Items(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray(),
        JsonValueKind.Object => element.EnumerateObject().Select(member => member.Value),
        _ => [],
    };

    /// <summary>A text, or a number or a flag as text; empty for anything else.</summary>
    public static string Text(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString() ?? "",
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => element.GetRawText(),
        _ => "",
    };

    public static long Id(this JsonElement element) => long.TryParse(element.Text(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var id) ? id : 0;

    public static double? Number(this JsonElement element) =>
        double.TryParse(element.Text(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    public static bool Yes(this JsonElement element) => element.Text() is "Y" or "1" or "true";

    public static DateTimeOffset? Moment(this JsonElement element) =>
        DateTimeOffset.TryParse(element.Text(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment.ToUniversalTime() : null;

    public static DateTimeOffset? UnixMoment(this JsonElement element) =>
        element.Number() is { } seconds and > 0 and < 253_402_300_799 ? DateTimeOffset.FromUnixTimeMilliseconds((long)(seconds * 1000)) : null;

    /// <summary>Null without an error; empty where the portal names none (classic methods).</summary>
    public static string? Error(this JsonElement body) => body.Member("error") switch
    {
        { ValueKind: JsonValueKind.Undefined or JsonValueKind.Null } => null,
        { ValueKind: JsonValueKind.Object } named => named.Member("code").Text(),
        var error => error.Text(),
    };
}
