using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using AuditDashboard.Foundation;

namespace AuditDashboard.Channels.Hooks;

/// <summary>Text out of a messenger's body: NUL and lone surrogates become U+FFFD (decisions.md 15); nothing throws.</summary>
internal static class ChannelText
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 48 };

    /// <summary>The JSON object a body consists of, or null; lives on after the bytes are gone.</summary>
    public static JsonElement? Object(ReadOnlyMemory<byte> text)
    {
        if (!Utf8.IsValid(text.Span))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(text, Options);
            CheckNames(text.Span);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Half a character in a member's name: the framework cannot even compare such a name with another.</summary>
    /// <exception cref="InvalidOperationException">There is one.</exception>
    private static void CheckNames(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = Options.MaxDepth });
        var hasEscapes = text.Contains((byte)'\\');
        while (hasEscapes && reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueIsEscaped)
            {
                _ = reader.GetString();
            }
        }
    }

    /// <summary>The string member, or null where it is absent or something else.</summary>
    public static string? Of(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) ? Of(value) : null;

    public static string? Of(JsonElement value) => value.ValueKind == JsonValueKind.String ? ForeignText.Of(value) : null;

    /// <summary>The whole number, or null; a number in a string counts.</summary>
    public static long? Number(JsonElement parent, string name) =>
        parent.ValueKind != JsonValueKind.Object || !parent.TryGetProperty(name, out var value) ? null : value.ValueKind switch
        {
            JsonValueKind.Number when value.TryGetInt64(out var number) => number,
            JsonValueKind.String when long.TryParse(Of(value), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
            _ => null,
        };

    /// <summary>The member as text, whether it came as text or as a whole number; null where it is empty or something else.</summary>
    public static string? Word(JsonElement parent, string name) => Of(parent, name) is { Length: > 0 } text
        ? text
        : parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
            ? Number(parent, name)?.ToString(CultureInfo.InvariantCulture)
            : null;

    /// <summary>The member when it is an object, else an undefined element.</summary>
    public static JsonElement Part(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : default;

    /// <summary>The moment in Unix seconds, or the time of receipt where there is none that could be true (Telegram's <c>date: 0</c>).</summary>
    public static DateTimeOffset UnixSeconds(JsonElement parent, string name, DateTimeOffset receivedAt) =>
        Number(parent, name) is { } seconds and > 946_684_800 and < 4_102_444_800 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : receivedAt;

    /// <summary>The moment in Unix milliseconds, or the time of receipt where there is none that could be true.</summary>
    public static DateTimeOffset UnixMilliseconds(JsonElement parent, string name, DateTimeOffset receivedAt) =>
        Number(parent, name) is { } moment and > 946_684_800_000 and < 4_102_444_800_000 ? DateTimeOffset.FromUnixTimeMilliseconds(moment) : receivedAt;
}
