using System.Buffers;
using System.IO.Compression;
using AuditDashboard.Foundation;

namespace AuditDashboard.Ingestion;

/// <summary>A request's whole body in a rented buffer, unpacked when it came as gzip. Dispose gives the buffer back.</summary>
public sealed class RequestBody : IDisposable
{
    private static readonly Refusal TooLarge = new("too-large");
    private static readonly Refusal Encoding = new("encoding");
    private static readonly Refusal MediaType = new("media-type");

    private byte[] _buffer;
    private int _length;
    private RequestBody? _packed;

    private RequestBody(int size) => _buffer = ArrayPool<byte>.Shared.Rent(size);

    /// <summary>The bytes as the sender made them (a signature covers these).</summary>
    public ReadOnlyMemory<byte> Bytes => _buffer.AsMemory(0, _length);

    /// <summary>The same without one UTF-8 byte order mark at the start.</summary>
    public ReadOnlyMemory<byte> Text => Bytes.Span.StartsWith("\uFEFF"u8) ? Bytes[3..] : Bytes;

    /// <summary>The bytes as they came over the wire, for who passes them on; only after reading with <c>keepPacked</c>.</summary>
    public ReadOnlyMemory<byte> Packed => _packed?.Bytes ?? Bytes;

    /// <summary>Reads the body once. Refusals: <c>too-large</c> (decompressed bytes count), <c>encoding</c> (broken gzip), <c>media-type</c> (another coding).</summary>
    /// <param name="keepPacked">Keeps what came as gzip also as it came.</param>
    public static async ValueTask<Outcome<RequestBody>> ReadAsync(HttpRequest request, int limit, CancellationToken cancel, bool keepPacked = false)
    {
        var coding = request.Headers.ContentEncoding;
        var isGzip = coding.Count == 1 && string.Equals(coding[0], "gzip", StringComparison.OrdinalIgnoreCase);
        if (coding.Count > 0 && !isGzip && !string.Equals(coding[0], "identity", StringComparison.OrdinalIgnoreCase))
        {
            return MediaType;
        }

        if (request.ContentLength > limit)
        {
            return TooLarge;
        }

        var body = new RequestBody(isGzip ? 16_384 : (int)(request.ContentLength ?? 8_192) + 1);
        try
        {
            if (isGzip && keepPacked)
            {
                body._packed = new RequestBody(8_192);
                if (!await body._packed.FillAsync(request.Body, limit, cancel))
                {
                    return body.Refuse(TooLarge);
                }
            }

            var source = body._packed is { } kept ? new MemoryStream(kept._buffer, 0, kept._length) : request.Body;
            await using var packed = isGzip ? new GZipStream(source, CompressionMode.Decompress, leaveOpen: true) : null;
            return await body.FillAsync(packed ?? source, limit, cancel) ? body : body.Refuse(TooLarge);
        }
        catch (InvalidDataException)
        {
            return body.Refuse(Encoding);
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _length = 0;
        _packed?.Dispose();
        _packed = null;
    }

    private Outcome<RequestBody> Refuse(Refusal refusal)
    {
        Dispose();
        return refusal;
    }

    private async ValueTask<bool> FillAsync(Stream stream, int limit, CancellationToken cancel)
    {
        while (true)
        {
            if (_length == _buffer.Length)
            {
                Grow();
            }

            var read = await stream.ReadAsync(_buffer.AsMemory(_length), cancel);
            if (read == 0)
            {
                return true;
            }

            _length += read;
            if (_length > limit)
            {
                return false;
            }
        }
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
        _buffer.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
