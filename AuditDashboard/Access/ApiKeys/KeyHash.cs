using System.Buffers.Binary;

namespace AuditDashboard.Access.ApiKeys;

/// <summary>A SHA-256 as a dictionary key that lives on the stack.</summary>
internal readonly record struct KeyHash
{
    private readonly ulong _first;
    private readonly ulong _second;
    private readonly ulong _third;
    private readonly ulong _fourth;

    public KeyHash(ReadOnlySpan<byte> hash)
    {
        _first = BinaryPrimitives.ReadUInt64LittleEndian(hash);
        _second = BinaryPrimitives.ReadUInt64LittleEndian(hash[8..]);
        _third = BinaryPrimitives.ReadUInt64LittleEndian(hash[16..]);
        _fourth = BinaryPrimitives.ReadUInt64LittleEndian(hash[24..]);
    }

    // Already uniform; mixing it again would only cost time.
    public override int GetHashCode() => _first.GetHashCode();
}
