using System.Text.Json;

namespace AuditDashboard.Ingestion.Bodies;

/// <summary>Finds where each event of a body begins and ends: one pass, no copies.</summary>
internal static class ItemSplitter
{
    /// <summary>Deeper than any event may be (32), so that one deep event is refused alone and not the whole body.</summary>
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 48 };

    /// <summary>The events, or null when there are more than <paramref name="most"/>.</summary>
    /// <exception cref="JsonException">The body is no JSON.</exception>
    public static List<ReadOnlyMemory<byte>>? Split(ReadOnlyMemory<byte> text, int most, out bool isArray)
    {
        var reader = new Utf8JsonReader(text.Span, Options);
        reader.Read();
        isArray = reader.TokenType == JsonTokenType.StartArray;
        var items = new List<ReadOnlyMemory<byte>>(isArray ? 16 : 1);
        if (!isArray)
        {
            items.Add(Take(ref reader, text));
        }

        while (isArray && reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (items.Count == most)
            {
                return null;
            }

            items.Add(Take(ref reader, text));
        }

        // Anything after the value makes the reader throw: a body is one value.
        while (reader.Read())
        {
        }

        return items;
    }

    private static ReadOnlyMemory<byte> Take(ref Utf8JsonReader reader, ReadOnlyMemory<byte> text)
    {
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return text[start..(int)reader.BytesConsumed];
    }
}
