using System.Text.Json;

namespace AuditDashboard.Channels.Vk;

/// <summary>The secret inside a body. It is compared and then covered with stars: what the log keeps may leave the house as evidence.</summary>
internal static class VkSecret
{
    /// <summary>The first top-level <c>secret</c>, also of a body that breaks off later; null where there is none.</summary>
    public static string? Find(ReadOnlySpan<byte> text)
    {
        string? found = null;
        Walk(text, (ref Utf8JsonReader reader) => found ??= reader.GetString());
        return found;
    }

    /// <summary>The same bytes with every top-level secret covered; still JSON where it was.</summary>
    public static ReadOnlyMemory<byte> Cover(ReadOnlyMemory<byte> text)
    {
        byte[]? covered = null;
        Walk(text.Span, (ref Utf8JsonReader reader) =>
        {
            covered ??= text.ToArray();
            covered.AsSpan((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length).Fill((byte)'*');
        });
        return covered ?? text;
    }

    private delegate void Seen(ref Utf8JsonReader reader);

    private static void Walk(ReadOnlySpan<byte> text, Seen seen)
    {
        try
        {
            var reader = new Utf8JsonReader(text);
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isSecret = reader.ValueTextEquals("secret"u8);
                reader.Read();
                if (isSecret && reader.TokenType == JsonTokenType.String)
                {
                    seen(ref reader);
                }

                reader.Skip();
            }
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            // What could be read was read: the rest is no JSON.
        }
    }
}
