using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace AuditDashboard.Channels.Hooks;

/// <summary>Lists, ids, places, phones and moments out of a messenger's body. What is absent or of another type is null, none or false; nothing throws.</summary>
internal static class ChannelParts
{
    private const int LongestId = 400;
    private const long FirstMilliseconds = 100_000_000_000;

    public static IEnumerable<JsonElement> List(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [];

    public static bool Has(JsonElement parent, string name) => parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out _);

    public static bool Flag(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    /// <summary>An id as text, whether it came as a string or as a whole number of any size; only printable ASCII without spaces.</summary>
    public static string? Id(JsonElement parent, string name)
    {
        if (parent.ValueKind != JsonValueKind.Object || !parent.TryGetProperty(name, out var value))
        {
            return null;
        }

        var id = value.ValueKind switch
        {
            JsonValueKind.String => ChannelText.Of(value),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
        return id is { Length: > 0 and <= LongestId } && !id.AsSpan().ContainsAnyExceptInRange('!', '~') ? id : null;
    }

    /// <summary>A phone number in E.164 out of its international digits; null where they cannot be one.</summary>
    public static string? Phone(string? digits)
    {
        digits = digits?.TrimStart('+');
        return digits is { Length: >= 8 and <= 15 } && digits[0] != '0' && !digits.AsSpan().ContainsAnyExceptInRange('0', '9') ? "+" + digits : null;
    }

    /// <summary>The moment in Unix seconds or milliseconds, whichever it must be by its size (Meta mixes them); else the time of receipt.</summary>
    public static DateTimeOffset Unix(JsonElement parent, string name, DateTimeOffset receivedAt) =>
        ChannelText.Number(parent, name) >= FirstMilliseconds
            ? ChannelText.UnixMilliseconds(parent, name, receivedAt)
            : ChannelText.UnixSeconds(parent, name, receivedAt);

    /// <summary>The ISO 8601 moment, UTC where it names no offset; else the time of receipt.</summary>
    public static DateTimeOffset Moment(JsonElement parent, string name, DateTimeOffset receivedAt) =>
        DateTimeOffset.TryParse(
            ChannelText.Of(parent, name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment)
        && moment.Year is >= 2000 and < 2100
            ? moment
            : receivedAt;

    /// <summary>Degrees in <c>latitude</c> and <c>longitude</c>.</summary>
    public static (double Lat, double Lon)? Point(JsonElement place) =>
        Degrees(place, "latitude", 90) is { } lat && Degrees(place, "longitude", 180) is { } lon ? (lat, lon) : null;

    /// <summary>The element's own bytes; they outlive the body.</summary>
    public static ReadOnlyMemory<byte> Raw(JsonElement element) => JsonMarshal.GetRawUtf8Value(element).ToArray();

    /// <summary>The same event with more members in <c>data</c>; those without a value fall out.</summary>
    public static ChannelEvent Add(this ChannelEvent happened, params ReadOnlySpan<(string Name, object? Value)> members)
    {
        var all = new Dictionary<string, object>(happened.Data);
        foreach (var (name, value) in ChannelEvent.Named(members))
        {
            all[name] = value;
        }

        return happened with { Data = all };
    }

    private static double? Degrees(JsonElement place, string name, double most) =>
        place.ValueKind == JsonValueKind.Object && place.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
        && value.GetDouble() is var degrees && Math.Abs(degrees) <= most
            ? degrees
            : null;
}
