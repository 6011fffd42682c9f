using System.Security.Cryptography;

namespace AuditDashboard.Backups.Sealing;

/// <summary>Reads what <see cref="SealingStream"/> wrote. Nothing of a chunk is given out before the whole chunk has proved itself.</summary>
internal sealed class OpeningStream : Stream
{
    private readonly Stream _source;
    private readonly string _name;
    private readonly AesGcm _cipher;
    private readonly byte[] _plain = new byte[SealedHeader.ChunkBytes];
    // One byte more than a chunk: whether there is another tells whether this one is the last.
    private readonly byte[] _sealed = new byte[SealedHeader.ChunkBytes + SealedHeader.TagBytes + 1];
    private int _ahead;
    private int _filled;
    private int _given;
    private long _number;
    private bool _isOver;

    /// <param name="name">For the words of a problem.</param>
    /// <exception cref="BackupProblem"><c>file.foreign</c>, <c>key.wrong</c>.</exception>
    public OpeningStream(Stream source, byte[] key, string name) => (_source, _name, _cipher) = (source, name, SealedHeader.Read(source, key, name).Cipher(key));

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <exception cref="BackupProblem"><c>file.broken</c>: changed, cut or continued.</exception>
    public override int Read(Span<byte> buffer)
    {
        while (_given == _filled)
        {
            if (_isOver || buffer.IsEmpty)
            {
                return 0;
            }

            Open();
        }

        var part = _plain.AsSpan(_given, Math.Min(buffer.Length, _filled - _given));
        part.CopyTo(buffer);
        _given += part.Length;
        return part.Length;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _cipher.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Open()
    {
        var read = _ahead + _source.ReadAtLeast(_sealed.AsSpan(_ahead), _sealed.Length - _ahead, throwOnEndOfStream: false);
        _isOver = read < _sealed.Length;
        var length = (_isOver ? read : read - 1) - SealedHeader.TagBytes;
        if (length < 0)
        {
            throw new BackupProblem("file.broken", _name);
        }

        Span<byte> nonce = stackalloc byte[12];
        SealedHeader.Nonce(nonce, _number++, _isOver);
        try
        {
            _cipher.Decrypt(nonce, _sealed.AsSpan(0, length), _sealed.AsSpan(length, SealedHeader.TagBytes), _plain.AsSpan(0, length));
        }
        catch (CryptographicException)
        {
            throw new BackupProblem("file.broken", _name);
        }

        (_filled, _given, _ahead) = (length, 0, _isOver ? 0 : 1);
        _sealed[0] = _sealed[^1];
    }
}
