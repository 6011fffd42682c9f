using System.Text.Json;

namespace AuditDashboard.Ingestion.Bodies;

/// <summary>Parses an envelope; a key that comes twice is refused here too, so that nobody can sign one id and mean another.</summary>
internal static class StrictDocument
{
    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false, MaxDepth = 48 };

    /// <summary>Null, and the problem, where the bytes are no JSON object without repeated keys and odd characters in them.</summary>
    public static JsonDocument? Parse(ReadOnlyMemory<byte> json, out IReadOnlyDictionary<string, string[]> problems)
    {
        try
        {
            var document = JsonDocument.Parse(json, Options);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                problems = Words.None;
                return document;
            }

            document.Dispose();
            problems = Words.At("", Words.Object);
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            problems = Words.At("", Words.Unreadable);
        }

        return null;
    }
}
