using System.Buffers;
using System.Text.Json;

namespace AuditDashboard.Ingestion.Taking;

/// <summary>The id of a refused event, so that its sender knows which one is meant; only one that may be repeated in an answer.</summary>
internal static class IdPeek
{
    private static readonly SearchValues<byte> Allowed = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.:-"u8);

    public static string? Find(ReadOnlyMemory<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json.Span);
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isId = reader.ValueTextEquals("id"u8);
                reader.Read();
                if (isId)
                {
                    return reader.TokenType == JsonTokenType.String && IsPlain(reader.ValueSpan) ? reader.GetString() : null;
                }

                reader.Skip();
            }
        }
        catch (JsonException)
        {
            // It has no id that could be told.
        }

        return null;
    }

    private static bool IsPlain(ReadOnlySpan<byte> id) => id.Length is > 0 and <= 128 && !id.ContainsAnyExcept(Allowed);
}
