using System.Buffers.Binary;
using System.Security.Cryptography;

namespace AuditDashboard.Backups.Sealing;

/// <summary>
/// The first 64 bytes of a sealed file: <c>AUDITBK1</c>, chunk size (4, little-endian), four zero bytes, key id (16), salt (32). The file's own key
/// is HKDF-SHA256 of the backup key, the salt and the whole header, so a header that was touched opens nothing.
/// </summary>
internal sealed class SealedHeader
{
    public const int Bytes = 64;
    public const int KeyIdBytes = 16;
    public const int TagBytes = 16;
    public const int ChunkBytes = 1024 * 1024;

    private const int SaltBytes = 32;

    private readonly byte[] _bytes;

    private SealedHeader(byte[] bytes) => _bytes = bytes;

    private static ReadOnlySpan<byte> Magic => "AUDITBK1"u8;

    public ReadOnlySpan<byte> Raw => _bytes;

    public string KeyId => Convert.ToHexStringLower(_bytes.AsSpan(16, KeyIdBytes));

    public static SealedHeader New(byte[] key)
    {
        var bytes = new byte[Bytes];
        Magic.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), ChunkBytes);
        BackupKey.IdOf(key).CopyTo(bytes, 16);
        RandomNumberGenerator.Fill(bytes.AsSpan(Bytes - SaltBytes));
        return new SealedHeader(bytes);
    }

    /// <exception cref="BackupProblem"><c>file.foreign</c>: not a backup; <c>key.wrong</c>: sealed with another key.</exception>
    public static SealedHeader Read(Stream file, byte[] key, string name)
    {
        var bytes = new byte[Bytes];
        if (file.ReadAtLeast(bytes, Bytes, throwOnEndOfStream: false) < Bytes || !bytes.AsSpan().StartsWith(Magic) || BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(8)) != ChunkBytes)
        {
            throw new BackupProblem("file.foreign", name);
        }

        return bytes.AsSpan(16, KeyIdBytes).SequenceEqual(BackupKey.IdOf(key)) ? new SealedHeader(bytes) : throw new BackupProblem("key.wrong", name);
    }

    public AesGcm Cipher(byte[] key) => new(HKDF.DeriveKey(HashAlgorithmName.SHA256, key, BackupKey.Bytes, _bytes.AsSpan(Bytes - SaltBytes).ToArray(), _bytes), TagBytes);

    /// <summary>The number of the chunk and whether it is the last: chunks can be neither swapped nor left out at the end.</summary>
    public static void Nonce(Span<byte> nonce, long number, bool isLast)
    {
        nonce.Clear();
        BinaryPrimitives.WriteInt64BigEndian(nonce[3..], number);
        nonce[11] = isLast ? (byte)1 : (byte)0;
    }
}
