using System.Text;

namespace AuditDashboard.Channels.Hooks;

/// <summary>
/// A body of <c>application/x-www-form-urlencoded</c> as bytes, since signatures cover what stood before the encoding. Nothing throws: a broken
/// percent sign stands for itself.
/// </summary>
internal sealed class FormBody
{
    private const int MostFields = 1000;

    private FormBody(IReadOnlyList<(string Name, byte[] Value)> fields) => Fields = fields;

    /// <summary>In their order; what is beyond a thousand is not read.</summary>
    public IReadOnlyList<(string Name, byte[] Value)> Fields { get; }

    public static FormBody Read(ReadOnlyMemory<byte> body)
    {
        var fields = new List<(string, byte[])>();
        var left = body.Span;
        while (left.Length > 0 && fields.Count < MostFields)
        {
            var end = left.IndexOf((byte)'&');
            var field = end < 0 ? left : left[..end];
            left = end < 0 ? default : left[(end + 1)..];
            if (field.Length > 0)
            {
                var sign = field.IndexOf((byte)'=');
                fields.Add((Encoding.UTF8.GetString(Decode(sign < 0 ? field : field[..sign])), sign < 0 ? [] : Decode(field[(sign + 1)..])));
            }
        }

        return new FormBody(fields);
    }

    /// <summary>The field's only value; null where it is absent or comes twice, since a signature could be for one and the deed for the other.</summary>
    public byte[]? Only(string name)
    {
        byte[]? found = null;
        foreach (var (known, value) in Fields)
        {
            if (known == name)
            {
                if (found is not null)
                {
                    return null;
                }

                found = value;
            }
        }

        return found;
    }

    public string? Text(string name) => Only(name) is { } value ? Encoding.UTF8.GetString(value).Replace('\0', '\uFFFD') : null;

    private static byte[] Decode(ReadOnlySpan<byte> encoded)
    {
        var decoded = new byte[encoded.Length];
        var length = 0;
        for (var i = 0; i < encoded.Length; i++)
        {
            if (encoded[i] == '%' && i + 2 < encoded.Length && char.IsAsciiHexDigit((char)encoded[i + 1]) && char.IsAsciiHexDigit((char)encoded[i + 2]))
            {
                decoded[length++] = (byte)((Nibble(encoded[i + 1]) << 4) | Nibble(encoded[i + 2]));
                i += 2;
            }
            else
            {
                decoded[length++] = encoded[i] == '+' ? (byte)' ' : encoded[i];
            }
        }

        return decoded[..length];
    }

    private static int Nibble(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
