using System.Buffers;
using AuditDashboard.Foundation;
using Microsoft.AspNetCore.Http.Features;

namespace AuditDashboard.Relay.Passing;

/// <summary>The way of an answer back to whoever made the call: unchanged, and never slower than it comes unless it is held on purpose.</summary>
internal static class PassBack
{
    private const int PieceBytes = 16 * 1024;

    /// <param name="IsWhole">False where the answer is longer than what may be held: the rest still waits in the connection.</param>
    public readonly record struct Held(Stream Source, ReadOnlyMemory<byte> Bytes, bool IsWhole);

    /// <summary>Reads an answer to its end before any of it goes back, so that it can be stored first.</summary>
    public static async Task<Held> HoldAsync(HttpResponseMessage answer, int most, Quiet quiet)
    {
        var source = await answer.Content.ReadAsStreamAsync(quiet.Token);
        var bytes = new ArrayBufferWriter<byte>(4096);
        while (bytes.WrittenCount < most)
        {
            if (await source.ReadAsync(bytes.GetMemory(4096), quiet.Token) is not (> 0 and var read))
            {
                return new Held(source, bytes.WrittenMemory, IsWhole: true);
            }

            quiet.Moved();
            bytes.Advance(read);
        }

        return new Held(source, bytes.WrittenMemory, IsWhole: false);
    }

    public static async Task ReleaseAsync(HttpResponseMessage answer, Held held, HttpResponse response, Quiet quiet)
    {
        Head(answer, response);
        await response.Body.WriteAsync(held.Bytes, response.HttpContext.RequestAborted);
        if (!held.IsWhole)
        {
            await CopyAsync(held.Source, response, _ => { }, quiet);
        }
    }

    /// <summary>Passes every piece on as it comes.</summary>
    /// <param name="seen">Sees each piece before it goes back.</param>
    public static async Task StreamAsync(HttpResponseMessage answer, HttpResponse response, Action<ReadOnlyMemory<byte>> seen, Quiet quiet)
    {
        Head(answer, response);
        response.HttpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        await response.StartAsync(quiet.Token);
        await CopyAsync(await answer.Content.ReadAsStreamAsync(quiet.Token), response, seen, quiet);
    }

    private static void Head(HttpResponseMessage answer, HttpResponse response)
    {
        response.StatusCode = (int)answer.StatusCode;
        PassedHeaders.Write(PassedHeaders.Of(answer), response);
        response.ContentLength = answer.Content.Headers.ContentLength;
        if (answer.Content.Headers.ContentType?.MediaType == "text/event-stream")
        {
            // A proxy in front of us would collect the pieces and give them on in lumps.
            response.Headers["X-Accel-Buffering"] = "no";
        }
    }

    private static async Task CopyAsync(Stream source, HttpResponse response, Action<ReadOnlyMemory<byte>> seen, Quiet quiet)
    {
        var piece = ArrayPool<byte>.Shared.Rent(PieceBytes);
        try
        {
            while (await source.ReadAsync(piece, quiet.Token) is > 0 and var read)
            {
                quiet.Moved();
                seen(piece.AsMemory(0, read));
                await response.Body.WriteAsync(piece.AsMemory(0, read), quiet.Token);
                await response.Body.FlushAsync(quiet.Token);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }
}
