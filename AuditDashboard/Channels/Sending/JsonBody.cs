using System.Buffers;
using System.Text.Json;
using AuditDashboard.Foundation;

namespace AuditDashboard.Channels.Sending;

internal static class JsonBody
{
    /// <summary>A JSON object in UTF-8; Cyrillic stays as it is.</summary>
    public static WatchedContent Of(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using var json = new Utf8JsonWriter(buffer, Problem.Json);
        json.WriteStartObject();
        members(json);
        json.WriteEndObject();
        json.Flush();
        return new WatchedContent(buffer.WrittenMemory, "application/json");
    }

    /// <summary>A list whose items the action writes.</summary>
    public static void WriteList<TItem>(this Utf8JsonWriter json, string name, IEnumerable<TItem> items, Action<TItem> item)
    {
        json.WriteStartArray(name);
        foreach (var one in items)
        {
            item(one);
        }

        json.WriteEndArray();
    }
}
