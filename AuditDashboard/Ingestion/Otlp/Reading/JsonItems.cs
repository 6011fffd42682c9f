using System.Text.Json;
using System.Text.Unicode;
using AuditDashboard.Ingestion.Foreign;

namespace AuditDashboard.Ingestion.Otlp.Reading;

/// <summary>The three shells of an OTLP/JSON request. Unknown members are ignored, as the specification wants.</summary>
internal static class JsonItems
{
    // A nested value takes four levels of JSON, and 32 of them may be nested.
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 192 };

    /// <param name="names">Members that hold the shells: <c>resourceSpans</c>, <c>scopeSpans</c>, <c>spans</c> and their like.</param>
    /// <exception cref="FormatException">The body is no JSON object in UTF-8, or a value is nested too deep.</exception>
    public static void Walk(ReadOnlyMemory<byte> body, (string Resources, string Scopes, string Items) names, Action<JsonElement, ForeignValue> visit)
    {
        try
        {
            using var document = JsonDocument.Parse(Utf8.IsValid(body.Span) ? body : default, Options);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw new FormatException("The body is not an object.");
            }

            foreach (var shell in JsonValues.List(document.RootElement, names.Resources))
            {
                var resource = JsonValues.Members(JsonValues.Part(shell, "resource"), "attributes");
                foreach (var item in JsonValues.List(shell, names.Scopes).SelectMany(scope => JsonValues.List(scope, names.Items)))
                {
                    visit(item, resource);
                }
            }
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            throw new FormatException("The body is not JSON.", problem);
        }
    }
}
