using System.Text.Json;

namespace AuditDashboard.Ingestion.Frameworks;

/// <summary>
/// Whether a body may be a framework's: our own events, CloudEvents and signed bodies all have a <c>type</c>, and near the beginning, so that looking for
/// it costs them next to nothing.
/// </summary>
internal static class FrameworkPeek
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 48 };

    public static bool MayBe(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text, Options);
        try
        {
            reader.Read();
            if (reader.TokenType == JsonTokenType.StartArray)
            {
                reader.Read();
            }

            if (reader.TokenType != JsonTokenType.StartObject)
            {
                return false;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("type"u8))
                {
                    return false;
                }

                reader.Skip();
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
