using System.Buffers.Binary;
using System.Text;
using AuditDashboard.Foundation;

namespace AuditDashboard.Ingestion.Otlp.Reading;

/// <summary>
/// Walks the fields of one protobuf message (protobuf.dev, "Encoding"). Believes no length: whatever reaches past the end, names field 0 or opens a group
/// is refused.
/// </summary>
/// <remarks>Every member may throw <see cref="FormatException"/>.</remarks>
internal ref struct WireReader(ReadOnlySpan<byte> message)
{
    private readonly ReadOnlySpan<byte> _message = message;
    private int _at;
    private int _type;

    /// <summary>Number of the field whose value comes next.</summary>
    public int Field { get; private set; }

    /// <summary>Moves to the next field; false at the end of the message.</summary>
    public bool Next()
    {
        if (_at == _message.Length)
        {
            return false;
        }

        var tag = ReadVarint();
        (Field, _type) = ((int)(tag >> 3), (int)(tag & 7));
        return tag is > 7 and <= uint.MaxValue && _type is 0 or 1 or 2 or 5 ? true : throw Broken();
    }

    public ReadOnlySpan<byte> Bytes()
    {
        Expect(2);
        var length = ReadVarint();
        return Take(length <= (ulong)(_message.Length - _at) ? (int)length : throw Broken());
    }

    public string Text() => ForeignText.Clean(Encoding.UTF8.GetString(Bytes()));

    public ulong Varint()
    {
        Expect(0);
        return ReadVarint();
    }

    public ulong Fixed64()
    {
        Expect(1);
        return BinaryPrimitives.ReadUInt64LittleEndian(Take(8));
    }

    public void Skip()
    {
        switch (_type)
        {
            case 0: ReadVarint(); break;
            case 1: Take(8); break;
            case 2: Bytes(); break;
            default: Take(4); break;
        }
    }

    private readonly void Expect(int type)
    {
        if (_type != type)
        {
            throw Broken();
        }
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        if (length > _message.Length - _at)
        {
            throw Broken();
        }

        _at += length;
        return _message.Slice(_at - length, length);
    }

    private ulong ReadVarint()
    {
        ulong value = 0;
        for (var shift = 0; shift < 70; shift += 7)
        {
            var part = Take(1)[0];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return value;
            }
        }

        throw Broken();
    }

    private static FormatException Broken() => new("The body is not a protobuf message.");
}
