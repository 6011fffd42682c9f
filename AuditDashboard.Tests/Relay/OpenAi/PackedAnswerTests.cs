using System.IO.Compression;
using System.Text;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Relay.OpenAi;

/// <summary>Clients ask for packed answers: these go back packed, and are understood all the same.</summary>
public sealed class PackedAnswerTests
{
    private const string Whole = """{"id":"chatcmpl-9","object":"chat.completion","model":"m-1","choices":[{"index":0,"message":{"content":"Да"},"finish_reason":"stop"}],"usage":{"prompt_tokens":3,"completion_tokens":1}}""";
    private const string Streamed = "data: {\"id\":\"chatcmpl-9\",\"model\":\"m-1\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Да\"},\"finish_reason\":\"stop\"}]}\r\n\r\ndata: {\"choices\":[],\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":1}}\r\n\r\ndata: [DONE]\r\n\r\n";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("gzip", "application/json", Whole)]
    [InlineData("br", "application/json", Whole)]
    [InlineData("deflate", "application/json", Whole)]
    [InlineData("gzip", "text/event-stream", Streamed)]
    [InlineData("br", "text/event-stream", Streamed)]
    [InlineData("zstd", "application/json", Whole)]
    public async Task The_answer_stays_packed_and_is_logged_where_the_coding_is_known(string coding, string type, string text)
    {
        var packed = Pack(coding, text);
        await using var service = await FakeServer.StartAsync((context, _) =>
        {
            (context.Response.ContentType, context.Response.Headers.ContentEncoding) = (type, coding);
            return context.Response.Body.WriteAsync(packed, context.RequestAborted).AsTask();
        });
        await using var host = await IngestHost.StartAsync(null, ("Relay:OpenAi:BaseUrl", service.Address), ("Outbound:AllowPrivateNetworks", "true"));

        var answer = await host.PostAsync("""{"model":"m","messages":[]}""", path: $"/relay/openai/{IngestHost.Key}/v1/chat/completions", by: host.Anyone, headers: ("Accept-Encoding", coding));

        Assert.Equal(coding, answer.Content.Headers.ContentEncoding.Single());
        Assert.Equal(packed, await answer.Content.ReadAsByteArrayAsync(Cancel));
        Assert.Equal(coding, service.Calls.Single().Headers["Accept-Encoding"]);
        var called = Assert.Single(await host.EventsAsync()).Content!;
        Assert.Equal(coding == "zstd" ? (null, null, "m") : ("m-1", 3L, "m"), (called.Model!.Version, called.Usage?.InputTokens, called.Model.Name));
    }

    private static byte[] Pack(string coding, string text)
    {
        using var packed = new MemoryStream();
        using (Stream packing = coding switch
        {
            "br" => new BrotliStream(packed, CompressionLevel.Fastest),
            "deflate" => new ZLibStream(packed, CompressionLevel.Fastest),
            "gzip" => new GZipStream(packed, CompressionLevel.Fastest),
            _ => new BufferedStream(packed),
        })
        {
            packing.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }
}
