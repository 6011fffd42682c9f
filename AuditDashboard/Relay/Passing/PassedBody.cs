using System.Buffers;
using System.Net;

namespace AuditDashboard.Relay.Passing;

/// <summary>The body of a call on its way through: read as it comes, written as it is read, so that an upload of any size takes one buffer.</summary>
internal sealed class PassedBody(HttpRequest request, Glimpse glimpse, Quiet quiet) : HttpContent
{
    private const int PieceBytes = 64 * 1024;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        var piece = ArrayPool<byte>.Shared.Rent(PieceBytes);
        try
        {
            while (await request.Body.ReadAsync(piece, cancellationToken) is > 0 and var read)
            {
                quiet.Moved();
                glimpse.Add(piece.AsSpan(0, read));
                await stream.WriteAsync(piece.AsMemory(0, read), cancellationToken);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = request.ContentLength ?? 0;
        return request.ContentLength is not null;
    }
}
