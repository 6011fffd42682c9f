using System.Text.Json;

namespace AuditDashboard.Events.Parsing;

/// <summary>Moments with a stated offset (RFC 3339), in a span of years a salon can mean.</summary>
internal static class Rfc3339
{
    private static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Latest = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>40 characters, each as an escape: many writers write a plus as one.</summary>
    private const int LongestEscaped = 240;

    public static bool TryParse(ref Utf8JsonReader reader, out DateTimeOffset moment)
    {
        moment = default;
        Span<byte> plain = stackalloc byte[LongestEscaped];
        var length = Unescape(ref reader, plain);
        if (length is < 20 or > 40 || plain[..length].IndexOfAnyExceptInRange((byte)' ', (byte)'z') >= 0 || plain[..length].IndexOfAny((byte)'"', (byte)'\\') >= 0)
        {
            return false;
        }

        Span<byte> text = stackalloc byte[42];
        text[0] = (byte)'"';
        plain[..length].CopyTo(text[1..]);
        text[length + 1] = (byte)'"';
        text = text[..(length + 2)];
        if (!HasOffset(text[1..^1]))
        {
            return false;
        }

        text[11] = text[11] is (byte)'t' or (byte)' ' ? (byte)'T' : text[11];
        text[length] = text[length] == (byte)'z' ? (byte)'Z' : text[length];
        var quoted = new Utf8JsonReader(text);
        quoted.Read();
        return quoted.TryGetDateTimeOffset(out moment) && moment >= Earliest && moment < Latest;
    }

    /// <returns>The length; 0 where it cannot be a moment.</returns>
    private static int Unescape(ref Utf8JsonReader reader, scoped Span<byte> plain)
    {
        if (reader.ValueSpan.Length > plain.Length)
        {
            return 0;
        }

        try
        {
            return reader.CopyString(plain);
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair.
            return 0;
        }
    }

    private static bool HasOffset(ReadOnlySpan<byte> text) =>
        text[^1] is (byte)'Z' or (byte)'z' || (text[^6] is (byte)'+' or (byte)'-' && text[^3] == (byte)':');
}
