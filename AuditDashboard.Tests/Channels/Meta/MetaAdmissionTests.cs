using System.IO.Compression;
using System.Net;
using System.Text;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Channels.Meta;

public sealed class MetaAdmissionTests : IngestTests
{
    private static readonly byte[] Body = Encoding.UTF8.GetBytes(
        """{"object":"x","entry":[{"id":"1","time":1795000000,"changes":[{"field":"history","value":{"a":"\/\u0430"}}],"messaging":[{"sender":{"id":"7"},"recipient":{"id":"1"},"optin":{}}]}]}""");

    protected override (string, string?)[] Settings => Gateways.Endpoints;

    [Theory]
    [InlineData("whatsapp")]
    [InlineData("instagram")]
    public async Task The_subscription_check_hears_its_challenge_and_nothing_else(string kind)
    {
        var answer = await Host.Anyone.GetAsync($"/hooks/ep-{kind}?hub.mode=subscribe&hub.verify_token={Gateways.VerifyToken}&hub.challenge=1158201444", Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("1158201444", await answer.Content.ReadAsStringAsync(Cancel));
        Assert.Equal("text/plain", answer.Content.Headers.ContentType!.MediaType);
        Assert.Empty(await Host.EventsAsync());
    }

    [Theory]
    [InlineData("hub.mode=subscribe&hub.verify_token=wrong&hub.challenge=1")]
    [InlineData("hub.mode=subscribe&hub.challenge=1")]
    [InlineData("hub.mode=unsubscribe&hub.verify_token=test-verify-token-0001&hub.challenge=1")]
    [InlineData("hub.verify_token=test-verify-token-0001&hub.challenge=1")]
    [InlineData("hub.mode=subscribe&hub.verify_token=test-verify-token-0001")]
    [InlineData("hub.mode=subscribe&hub.verify_token=test-verify-token-0001&hub.verify_token=test-verify-token-0001&hub.challenge=1")]
    [InlineData("")]
    public async Task A_failed_check_is_forbidden(string query)
    {
        var answer = await Host.Anyone.GetAsync($"/hooks/ep-whatsapp?{query}", Cancel);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("/problems/handshake", (await IngestHost.JsonAsync(answer)).GetProperty("type").GetString());
    }

    [Theory]
    [InlineData("whatsapp")]
    [InlineData("instagram")]
    public async Task Only_the_right_signature_counts(string kind)
    {
        var right = Gateways.Sign(Body);
        string?[] wrong =
        [
            null, "", "sha256=", right[7..], right[..^1], right + "0", "sha256=" + new string('0', 64), "sha256=" + new string('x', 64),
            "sha1=" + right[7..], "SHA256=" + right[7..], Gateways.Sign([.. Body, (byte)' ']),
        ];
        foreach (var signature in wrong)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(kind, signature)).StatusCode);
        }

        Assert.Empty(await Host.EventsAsync());
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(kind, "sha256=" + right[7..].ToUpperInvariant())).StatusCode);
        Assert.NotEmpty(await Host.EventsAsync());
    }

    [Fact]
    public async Task The_signature_covers_the_unpacked_bytes_of_a_packed_body()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            await gzip.WriteAsync(Body, Cancel);
        }

        var answer = await Host.PostAsync(
            packed.ToArray(), path: "/hooks/ep-whatsapp", by: Host.Anyone, headers: [("X-Hub-Signature-256", Gateways.Sign(Body)), ("Content-Encoding", "gzip")]);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Another_method_and_a_body_over_the_limit_are_refused()
    {
        var put = await Host.Anyone.PutAsync("/hooks/ep-whatsapp", new ByteArrayContent(Body), Cancel);
        var large = await Host.PostMetaAsync("whatsapp", new byte[1024 * 1024 + 1]);

        Assert.Equal((HttpStatusCode.MethodNotAllowed, HttpStatusCode.RequestEntityTooLarge), (put.StatusCode, large.StatusCode));
    }

    [Theory]
    [InlineData("whatsapp", "AppSecret")]
    [InlineData("instagram", "AppSecret")]
    [InlineData("greenapi", "Secret")]
    [InlineData("wazzup", "Secret")]
    public async Task An_endpoint_without_its_secret_stops_the_start(string kind, string member)
    {
        var problem = await Assert.ThrowsAnyAsync<Exception>(() => IngestHost.StartAsync(
            null, ("Provisioning:Endpoints:0:Id", "ep"), ("Provisioning:Endpoints:0:Kind", kind), ("Provisioning:Endpoints:0:VerifyToken", "x")));

        Assert.Contains($"Provisioning:Endpoints:0:{member} is missing", problem.ToString(), StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> PostAsync(string kind, string? signature) => Host.PostAsync(
        Body, path: $"/hooks/ep-{kind}", by: Host.Anyone, headers: signature is null ? [] : [("X-Hub-Signature-256", signature)]);
}
