using System.Security.Cryptography;

namespace AuditDashboard.Backups.Sealing;

/// <summary>Seals what is written to it (AES-256-GCM in chunks of 1 MiB). <see cref="Finish"/> writes the last chunk; without it nothing opens.</summary>
internal sealed class SealingStream : Stream
{
    private readonly Stream _target;
    private readonly AesGcm _cipher;
    private readonly byte[] _plain = new byte[SealedHeader.ChunkBytes];
    private readonly byte[] _sealed = new byte[SealedHeader.ChunkBytes + SealedHeader.TagBytes];
    private int _filled;
    private long _number;

    public SealingStream(Stream target, byte[] key)
    {
        var header = SealedHeader.New(key);
        (_target, _cipher, KeyId) = (target, header.Cipher(key), header.KeyId);
        target.Write(header.Raw);
    }

    public string KeyId { get; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            if (_filled == _plain.Length)
            {
                Seal(isLast: false);
            }

            var part = buffer[..Math.Min(buffer.Length, _plain.Length - _filled)];
            part.CopyTo(_plain.AsSpan(_filled));
            _filled += part.Length;
            buffer = buffer[part.Length..];
        }
    }

    public void Finish() => Seal(isLast: true);

    // A chunk is sealed when it is full, not when somebody upstream flushes.
    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _cipher.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Seal(bool isLast)
    {
        Span<byte> nonce = stackalloc byte[12];
        SealedHeader.Nonce(nonce, _number++, isLast);
        _cipher.Encrypt(nonce, _plain.AsSpan(0, _filled), _sealed.AsSpan(0, _filled), _sealed.AsSpan(_filled, SealedHeader.TagBytes));
        _target.Write(_sealed, 0, _filled + SealedHeader.TagBytes);
        _filled = 0;
    }
}
