using System.Buffers;
using AuditDashboard.Foundation;
using Microsoft.Extensions.Primitives;

namespace AuditDashboard.Channels.Forwarding;

/// <summary>
/// What the bot answered, for the messenger. Of a body over 1 MiB only status and headers go back: the bot has done its work, and an error would
/// make the messenger repeat the call for nothing.
/// </summary>
internal sealed record BotAnswer(int Status, IReadOnlyList<KeyValuePair<string, StringValues>> Headers, ReadOnlyMemory<byte> Body)
{
    private const int MostBytes = 1024 * 1024;

    public static async Task<BotAnswer> ReadAsync(HttpResponseMessage answer, CancellationToken cancel)
    {
        var body = new ArrayBufferWriter<byte>((int)Math.Clamp(answer.Content.Headers.ContentLength ?? 0, 256, MostBytes));
        await using var stream = await answer.Content.ReadAsStreamAsync(cancel);
        while (await stream.ReadAsync(body.GetMemory(4096), cancel) is > 0 and var read)
        {
            body.Advance(read);
            if (body.WrittenCount > MostBytes)
            {
                body.Clear();
                break;
            }
        }

        return new BotAnswer((int)answer.StatusCode, [.. PassedHeaders.Of(answer)], body.WrittenMemory);
    }

    public async Task WriteAsync(HttpResponse response)
    {
        response.StatusCode = Status;
        PassedHeaders.Write(Headers, response);
        if (Status is StatusCodes.Status204NoContent or StatusCodes.Status205ResetContent or StatusCodes.Status304NotModified)
        {
            return;
        }

        response.ContentLength = Body.Length;
        await response.BodyWriter.WriteAsync(Body, response.HttpContext.RequestAborted);
    }
}
