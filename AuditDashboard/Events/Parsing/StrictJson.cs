using System.Buffers;
using System.Text.Json;

namespace AuditDashboard.Events.Parsing;

/// <summary>What JSON allows and this log does not (decisions.md 3 and 15): repeated keys, NUL, lone surrogates, infinite numbers.</summary>
internal static class StrictJson
{
    public static readonly JsonReaderOptions Options = new() { MaxDepth = 32 };

    private const int LongestKey = 256;
    private static readonly SearchValues<byte> Exponent = SearchValues.Create("eE"u8);

    /// <summary>The first thing refused in a document that is well-formed JSON, or null.</summary>
    /// <exception cref="JsonException">The bytes are no JSON.</exception>
    public static JsonProblem? Check(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, Options);
        var keys = new KeyStack();
        while (reader.Read())
        {
            var words = reader.TokenType switch
            {
                JsonTokenType.StartObject => keys.Enter(),
                JsonTokenType.EndObject => keys.Leave(),
                JsonTokenType.PropertyName => CheckText(ref reader) ?? (reader.ValueSpan.Length > LongestKey ? JsonProblem.LongKey : keys.Add(ref reader)),
                JsonTokenType.String => CheckText(ref reader),
                JsonTokenType.Number => CheckNumber(ref reader),
                _ => null,
            };
            if (words is not null)
            {
                return new JsonProblem("", words);
            }
        }

        return null;
    }

    private static string? CheckText(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped)
        {
            return null;
        }

        try
        {
            return reader.GetString()!.Contains('\0', StringComparison.Ordinal) ? JsonProblem.NulOrSurrogate : null;
        }
        catch (InvalidOperationException)
        {
            return JsonProblem.NulOrSurrogate;
        }
    }

    private static string? CheckNumber(ref Utf8JsonReader reader) =>
        (reader.ValueSpan.Length > 300 || reader.ValueSpan.IndexOfAny(Exponent) >= 0) && !double.IsFinite(reader.GetDouble()) ? JsonProblem.Infinite : null;
}
