using System.Buffers;
using System.Text.Json;
using AuditDashboard.Foundation;
using AuditDashboard.Ui;

namespace AuditDashboard.Conversations.Exports;

/// <summary>The same JSON with phones covered in strings and in numbers that look like one; member names stay.</summary>
internal static class MaskedJson
{
    public static ReadOnlyMemory<byte> Of(ReadOnlyMemory<byte> value)
    {
        if (value.IsEmpty)
        {
            return value;
        }

        var masked = new ArrayBufferWriter<byte>(value.Length + 16);
        using (var json = new Utf8JsonWriter(masked, Problem.Json))
        {
            Write(json, JsonElement.Parse(value.Span));
        }

        return masked.WrittenMemory;
    }

    private static void Write(Utf8JsonWriter json, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                json.WriteStartObject();
                foreach (var member in element.EnumerateObject())
                {
                    json.WritePropertyName(member.Name);
                    Write(json, member.Value);
                }

                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                {
                    Write(json, item);
                }

                json.WriteEndArray();
                break;
            case JsonValueKind.String:
                json.WriteStringValue(MaskedPhones.In(element.GetString()));
                break;
            case JsonValueKind.Number when MaskedPhones.In(element.GetRawText()) is { } number && number != element.GetRawText():
                json.WriteStringValue(number);
                break;
            default:
                element.WriteTo(json);
                break;
        }
    }
}
