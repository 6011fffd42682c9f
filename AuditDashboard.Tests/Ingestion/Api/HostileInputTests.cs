using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Ingestion.Api;

/// <summary>Rows 1–49 of the hostile inputs that are the application's own business, one host for all: none is a 5xx, none echoes what it refused.</summary>
public sealed class HostileInputTests(HostileInputTests.Shared shared) : IClassFixture<HostileInputTests.Shared>
{
    private const string Marker = "Zq9Refused";
    private const string Good = """{"id":"ok-ID","type":"message.received","time":"2026-11-22T10:15:30+03:00","text":"Zq9Refused"}""";

    public static TheoryData<string, HttpStatusCode> Bodies() => [.. Documents(), .. Values()];

    private static TheoryData<string, HttpStatusCode> Documents() => new()
    {
        { """{"id":"h-1","id":"h-2","type":"message.received","time":"2026-11-22T10:15:30Z"}""", HttpStatusCode.UnprocessableEntity },
        { """{"id":"h-30","type":"x.y","time":"2026-11-22T10:15:30Z","is_admin":true,"tenant_id":1,"seq":5}""", HttpStatusCode.Accepted },
        { new string('[', 100_000), HttpStatusCode.BadRequest },
        { Event("\"text\":" + new string('[', 40) + new string(']', 40)), HttpStatusCode.UnprocessableEntity },
        { Event("\"text\":\"\\uD800\""), HttpStatusCode.UnprocessableEntity },
        { Event("\"\\uD800\":1"), HttpStatusCode.UnprocessableEntity },
        { Event("\"text\":\"a\\u0000b\""), HttpStatusCode.UnprocessableEntity },
        { """{"id":"a\u0000","type":"message.received","time":"2026-11-22T10:15:30Z"}""", HttpStatusCode.UnprocessableEntity },
        { Event("\"intent\":{\"name\":\"x\",\"confidence\":1e999}"), HttpStatusCode.UnprocessableEntity },
        { Event("\"intent\":{\"name\":\"x\",\"confidence\":NaN}"), HttpStatusCode.BadRequest },
        { Event("\"intent\":{\"name\":\"x\",\"confidence\":-0}"), HttpStatusCode.Accepted },
        { Event("\"intent\":{\"name\":\"x\",\"confidence\":1.0000000000000001}"), HttpStatusCode.Accepted },
        { Event("\"intent\":{\"name\":\"x\",\"confidence\":87}"), HttpStatusCode.UnprocessableEntity },
        { Event("\"intent\":{\"name\":\"x\",\"confidence\":\"0.93\"}"), HttpStatusCode.UnprocessableEntity },
        { "\uFEFF" + Event("\"text\":\"bom\""), HttpStatusCode.Accepted },
        { "\uFEFF\uFEFF" + Event("\"text\":\"bom\""), HttpStatusCode.BadRequest },
        { Event("\"text\":\"x\",").Replace(",}", ",}", StringComparison.Ordinal), HttpStatusCode.BadRequest },
        { Event("\"text\":\"x\"/* c */"), HttpStatusCode.BadRequest },
        { Event("\"text\":\"x\"") + "{}", HttpStatusCode.BadRequest },
        { "", HttpStatusCode.BadRequest },
        { "null", HttpStatusCode.UnprocessableEntity },
        { "[1,\"a\",null]", HttpStatusCode.UnprocessableEntity },
        { "[]", HttpStatusCode.OK },
        { new string(' ', 5 * 1024 * 1024), HttpStatusCode.RequestEntityTooLarge },
        { "[" + string.Join(',', Enumerable.Range(0, 501).Select(i => Event("\"text\":\"x\"").Replace("ID", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))) + "]", HttpStatusCode.UnprocessableEntity },
        { Event($"\"{new string('k', 65_536)}\":1"), HttpStatusCode.UnprocessableEntity },
        { Event($"\"text\":\"{new string('x', 262_144)}\""), HttpStatusCode.RequestEntityTooLarge },
        { Event("\"data\":{\"__proto__\":{\"a\":1},\"constructor\":1,\"$type\":\"System.IO.FileInfo\",\"$ref\":\"#\"}"), HttpStatusCode.Accepted },
    };

    private static TheoryData<string, HttpStatusCode> Values() => new()
    {
        { At("0001-01-01T00:00:00+14:00"), HttpStatusCode.UnprocessableEntity },
        { At("2026-11-22T24:00:00Z"), HttpStatusCode.UnprocessableEntity },
        { At("2026-11-22T10:00:60Z"), HttpStatusCode.UnprocessableEntity },
        { At("9999-12-31T00:00:00Z"), HttpStatusCode.UnprocessableEntity },
        { At("1970-01-01T00:00:00Z"), HttpStatusCode.UnprocessableEntity },
        { At("2026-02-30T00:00:00Z"), HttpStatusCode.UnprocessableEntity },
        { At("2026-11-22T10:15:30"), HttpStatusCode.UnprocessableEntity },
        { """{"id":"trailing ","type":"message.received","time":"2026-11-22T10:15:30Z"}""", HttpStatusCode.UnprocessableEntity },
        { """{"id":"zero\u200bwidth","type":"message.received","time":"2026-11-22T10:15:30Z"}""", HttpStatusCode.UnprocessableEntity },
        { """{"id":"кириллица","type":"message.received","time":"2026-11-22T10:15:30Z"}""", HttpStatusCode.UnprocessableEntity },
        { Event("\"client\":{\"id\":\"tel:+78630000000\",\"phone\":\"+7 (863) 000-00-00 доб. 5\"}"), HttpStatusCode.Accepted },
        { Event("\"client\":{\"id\":\"tel:2\",\"phone\":\"٨٩٠٠٠٠٠٠١٠١\"}"), HttpStatusCode.Accepted },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_hostile_body_gets_its_answer(string body, HttpStatusCode expected)
    {
        var answer = await shared.Host.PostAsync(body);

        Assert.Equal(expected, answer.StatusCode);
        await CheckAsync(answer);
    }

    public static TheoryData<string, string?, HttpStatusCode> Headers() => new()
    {
        { "X-Api-Key", null, HttpStatusCode.Unauthorized },
        { "X-Api-Key", "wrong_key_0000000000000000000000000000000", HttpStatusCode.Unauthorized },
        { "X-Api-Key", IngestHost.Key, HttpStatusCode.Accepted },
        { "Authorization", $"bearer {IngestHost.Key}", HttpStatusCode.Accepted },
        { "Authorization", $"Basic {IngestHost.Key}", HttpStatusCode.Unauthorized },
        { "Authorization", "Bearer " + new string('x', 8192), HttpStatusCode.Unauthorized },
        { "Authorization", $"Bearer {IngestHost.ReadOnlyKey}", HttpStatusCode.Forbidden },
        { "X-HTTP-Method-Override", "DELETE", HttpStatusCode.Unauthorized },
    };

    [Theory]
    [MemberData(nameof(Headers))]
    public async Task Only_a_key_in_its_header_opens_the_door(string name, string? value, HttpStatusCode expected)
    {
        var headers = value is null ? Array.Empty<(string, string)>() : [(name, value)];
        var answer = await shared.Host.PostAsync(Event("\"text\":\"x\""), by: shared.Host.Anyone, path: $"/api/v1/events?key={IngestHost.Key}&api_key={IngestHost.Key}", headers: headers);

        Assert.Equal(expected, answer.StatusCode);
        await CheckAsync(answer);
    }

    public static TheoryData<string?, string?, HttpStatusCode> Types() => new()
    {
        { "text/plain", null, HttpStatusCode.UnsupportedMediaType },
        { "", null, HttpStatusCode.UnsupportedMediaType },
        { "application/json; charset=utf-16", null, HttpStatusCode.UnsupportedMediaType },
        { "application/json; charset=\"UTF-8\"", null, HttpStatusCode.Accepted },
        { "application/json", "br", HttpStatusCode.UnsupportedMediaType },
        { "application/json", "gzip, gzip", HttpStatusCode.UnsupportedMediaType },
        { "application/json", "gzip", HttpStatusCode.BadRequest },
    };

    [Theory]
    [MemberData(nameof(Types))]
    public async Task Only_json_in_utf8_is_read(string? type, string? coding, HttpStatusCode expected)
    {
        var headers = coding is null ? Array.Empty<(string, string)>() : [("Content-Encoding", coding)];
        var answer = await shared.Host.PostAsync(Event("\"text\":\"x\""), type ?? "", headers: headers);

        Assert.Equal(expected, answer.StatusCode);
        await CheckAsync(answer);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("TRACE")]
    [InlineData("FOO")]
    public async Task Another_method_is_refused(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/api/v1/events");

        var answer = await shared.Host.Bot.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Contains("POST", answer.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("/api/v1/events/..%2f..%2fadmin")]
    [InlineData("/api/v1/events%00")]
    [InlineData("/api/v1/events;x=1")]
    public async Task A_crooked_path_leads_nowhere(string path)
    {
        var answer = await shared.Host.PostAsync(Good, path: path);

        Assert.True(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Bytes_that_are_no_utf8_are_refused()
    {
        var body = Encoding.UTF8.GetBytes(Event("\"text\":\"??\""));
        var at = body.AsSpan().IndexOf("??"u8);
        (body[at], body[at + 1]) = (0xC3, 0x28);

        Assert.Equal(HttpStatusCode.BadRequest, (await shared.Host.PostAsync(body)).StatusCode);
    }

    [Fact]
    public async Task A_gzip_body_is_read_and_a_bomb_is_cut_at_the_limit()
    {
        var good = await shared.Host.PostAsync(Gzip(Encoding.UTF8.GetBytes(Event("\"text\":\"packed\""))), headers: ("Content-Encoding", "gzip"));
        var bomb = await shared.Host.PostAsync(Gzip(new byte[200 * 1024 * 1024]), headers: ("Content-Encoding", "gzip"));

        Assert.Equal(HttpStatusCode.Accepted, good.StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, bomb.StatusCode);
    }

    [Fact]
    public async Task An_endless_body_without_length_is_cut_at_the_limit()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/events") { Content = new StreamContent(new Spaces()) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        request.Headers.TransferEncodingChunked = true;

        var status = default(HttpStatusCode?);
        try
        {
            status = (await shared.Host.Bot.SendAsync(request, Cancel)).StatusCode;
        }
        catch (HttpRequestException)
        {
            // The server hung up while the client was still sending: just as good.
        }

        Assert.True(status is null or HttpStatusCode.RequestEntityTooLarge);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task CheckAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.DoesNotContain(Marker, text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
        Assert.Equal((int)answer.StatusCode >= 400 ? "application/problem+json" : "application/json", answer.Content.Headers.ContentType?.MediaType);
    }

    private static string Event(string member) => $$"""{"id":"h-{{Guid.CreateVersion7():N}}","type":"message.received","time":"2026-11-22T10:15:30+03:00","note":"{{Marker}}",{{member}}}""";

    private static string At(string time) => $$"""{"id":"h-{{Guid.CreateVersion7():N}}","type":"message.received","time":"{{time}}"}""";

    private static byte[] Gzip(byte[] body)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(body);
        }

        return packed.ToArray();
    }

    /// <summary>64 MiB of spaces.</summary>
    private sealed class Spaces : Stream
    {
        private long _left = 64 * 1024 * 1024;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => 0; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, _left);
            buffer.AsSpan(offset, read).Fill((byte)' ');
            _left -= read;
            return read;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }

    public sealed class Shared : IAsyncLifetime
    {
        internal IngestHost Host { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Host = await IngestHost.StartAsync(null);

        public ValueTask DisposeAsync() => Host.DisposeAsync();
    }
}
