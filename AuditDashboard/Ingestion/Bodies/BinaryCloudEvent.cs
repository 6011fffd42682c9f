using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using AuditDashboard.Foundation;

namespace AuditDashboard.Ingestion.Bodies;

/// <summary>
/// CloudEvents in binary mode: attributes are <c>ce-*</c> headers, the body is <c>data</c>. Becomes the structured form, so that one translator reads both
/// and the log keeps the attributes too.
/// </summary>
internal static class BinaryCloudEvent
{
    /// <exception cref="JsonException">The body is no JSON.</exception>
    public static OfferedEvent Read(HttpRequest request, ReadOnlyMemory<byte> text)
    {
        var buffer = new ArrayBufferWriter<byte>(text.Length + 512);
        using (var json = new Utf8JsonWriter(buffer, Problem.Json))
        {
            json.WriteStartObject();
            foreach (var header in request.Headers)
            {
                if (header.Key.StartsWith("ce-", StringComparison.OrdinalIgnoreCase) && header.Value is [{ } value])
                {
                    json.WriteString(header.Key[3..].ToLowerInvariant(), Unescape(value));
                }
            }

            if (!text.IsEmpty)
            {
                json.WritePropertyName("data"u8);
                json.WriteRawValue(ItemSplitter.Split(text, 1, out var isArray) is [var data] && !isArray ? data.Span : text.Span, skipInputValidation: true);
            }

            json.WriteEndObject();
        }

        return CloudEvent.Translate(buffer.WrittenMemory);
    }

    /// <summary>A quoted string loses its quotes, then percent signs are decoded once (HTTP binding 1.0.2, section 3.1.3.2).</summary>
    private static string Unescape(string value)
    {
        if (value is ['"', .. var inner, '"'])
        {
            value = inner.Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal);
        }

        if (!value.Contains('%', StringComparison.Ordinal))
        {
            return value;
        }

        var bytes = new ArrayBufferWriter<byte>(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] == '%' && i + 2 < value.Length && char.IsAsciiHexDigit(value[i + 1]) && char.IsAsciiHexDigit(value[i + 2]))
            {
                bytes.Write([(byte)((HexOf(value[i + 1]) << 4) | HexOf(value[i + 2]))]);
                i += 2;
            }
            else
            {
                bytes.Write(Encoding.UTF8.GetBytes(value[i..(i + 1)]));
            }
        }

        return Utf8.IsValid(bytes.WrittenSpan) ? Encoding.UTF8.GetString(bytes.WrittenSpan) : value;
    }

    private static int HexOf(char digit) => char.IsAsciiDigit(digit) ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
