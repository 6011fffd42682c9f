using System.Text.Json;

namespace AuditDashboard.Events.Parsing;

/// <summary>Moments with a stated offset (RFC 3339), in a span of years a salon can mean.</summary>
internal static class Rfc3339
{
    private static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Latest = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static bool TryParse(ref Utf8JsonReader reader, out DateTimeOffset moment)
    {
        moment = default;
        if (reader.ValueIsEscaped || reader.ValueSpan.Length is < 20 or > 40)
        {
            return false;
        }

        Span<byte> text = stackalloc byte[42];
        text[0] = (byte)'"';
        reader.ValueSpan.CopyTo(text[1..]);
        var length = reader.ValueSpan.Length;
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

    private static bool HasOffset(ReadOnlySpan<byte> text) =>
        text[^1] is (byte)'Z' or (byte)'z' || (text[^6] is (byte)'+' or (byte)'-' && text[^3] == (byte)':');
}
