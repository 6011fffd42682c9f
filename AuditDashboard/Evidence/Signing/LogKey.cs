using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using NSec.Cryptography;

namespace AuditDashboard.Evidence.Signing;

/// <summary>The Ed25519 key of the log, and the names C2SP signed notes give it.</summary>
internal sealed class LogKey : IDisposable
{
    public const int SeedLength = 32;
    private const byte Ed25519 = 1;
    private readonly Key _key;
    private readonly byte[] _public;

    /// <param name="seed">32 bytes (RFC 8032).</param>
    public LogKey(ReadOnlySpan<byte> seed)
    {
        _key = Key.Import(SignatureAlgorithm.Ed25519, seed, KeyBlobFormat.RawPrivateKey);
        _public = _key.PublicKey.Export(KeyBlobFormat.RawPublicKey);
    }

    /// <summary><c>name+hex(keyId)+base64(0x01||public key)</c>.</summary>
    public string VerifierKey(string name) => $"{name}+{Convert.ToHexStringLower(KeyId(name, _public))}+{Convert.ToBase64String([Ed25519, .. _public])}";

    /// <summary>The key id and the signature, as a signature line carries them.</summary>
    public byte[] Sign(string name, ReadOnlySpan<byte> text) => [.. KeyId(name, _public), .. SignatureAlgorithm.Ed25519.Sign(_key, text)];

    /// <param name="signature">Key id and signature.</param>
    public static bool IsSigned(string verifierKey, string name, ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature)
    {
        if (verifierKey.Split('+', 3) is not [var owner, _, var encoded] || owner != name || signature.Length != 68)
        {
            return false;
        }

        var key = new byte[64];
        if (!Convert.TryFromBase64String(encoded, key, out var length) || length != 33 || key[0] != Ed25519)
        {
            return false;
        }

        var open = key[1..33];
        return BinaryPrimitives.ReadUInt32BigEndian(KeyId(name, open)) == BinaryPrimitives.ReadUInt32BigEndian(signature)
            && PublicKey.TryImport(SignatureAlgorithm.Ed25519, open, KeyBlobFormat.RawPublicKey, out var known)
            && SignatureAlgorithm.Ed25519.Verify(known!, text, signature[4..]);
    }

    public void Dispose() => _key.Dispose();

    private static byte[] KeyId(string name, byte[] open) => SHA256.HashData([.. Encoding.UTF8.GetBytes(name), (byte)'\n', Ed25519, .. open])[..4];
}
