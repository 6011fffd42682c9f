using System.Text.Json;
using System.Text.Unicode;
using AuditDashboard.Foundation;

namespace AuditDashboard.Ingestion.Foreign;

/// <summary>JSON that is not ours: of a repeated key the last counts, numbers beyond all bounds count for nothing.</summary>
internal static class ForeignJson
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 48 };

    /// <summary>Null where the bytes are no JSON in UTF-8.</summary>
    public static ForeignValue? Parse(ReadOnlyMemory<byte> json)
    {
        if (!Utf8.IsValid(json.Span))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(json, Options);
            return Of(document.RootElement);
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            // The second: a key with half a character in it.
            return null;
        }
    }

    private static ForeignValue Of(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => new ForeignValue(ForeignText.Of(element)),
        JsonValueKind.Number when element.TryGetInt64(out var whole) => new ForeignValue(whole),
        JsonValueKind.Number when element.TryGetDouble(out var number) && double.IsFinite(number) => new ForeignValue(number),
        JsonValueKind.True or JsonValueKind.False => new ForeignValue(element.ValueKind == JsonValueKind.True),
        JsonValueKind.Array => new ForeignValue(element.EnumerateArray().Select(Of).ToList()),
        JsonValueKind.Object => Members(element),
        _ => ForeignValue.None,
    };

    private static ForeignValue Members(JsonElement element)
    {
        var members = new Dictionary<string, ForeignValue>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
        {
            members[member.Name] = Of(member.Value);
        }

        return new ForeignValue(members);
    }
}
