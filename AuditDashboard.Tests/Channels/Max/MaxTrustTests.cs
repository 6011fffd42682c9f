using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AuditDashboard.Channels;
using AuditDashboard.Channels.Max;
using AuditDashboard.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AuditDashboard.Tests.Channels.Max;

/// <summary>A service behind a certificate of a root no system knows, as MAX's is.</summary>
public sealed class MaxTrustTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("audit-").FullName;
    private WebApplication _max = null!;

    private string RootFile => Path.Combine(_folder, "root.pem");

    public async ValueTask InitializeAsync()
    {
        using var rootKey = RSA.Create(2048);
        using var root = Request("CN=Root of nobody", rootKey, isRoot: true).CreateSelfSigned(DateTimeOffset.UnixEpoch, new DateTimeOffset(2099, 1, 1, 0, 0, 0, TimeSpan.Zero));
        using var key = RSA.Create(2048);
        using var bare = Request("CN=localhost", key, isRoot: false).Create(root, root.NotBefore, root.NotAfter, [1, 2, 3]);
        using var whole = bare.CopyWithPrivateKey(key);
        await File.WriteAllTextAsync(RootFile, root.ExportCertificatePem(), TestContext.Current.CancellationToken);
        var certificate = X509CertificateLoader.LoadPkcs12(whole.Export(X509ContentType.Pkcs12), null);

        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
        _max = builder.Build();
        _max.Run(context => context.Response.WriteAsync("""{"message":{"body":{"mid":"mid.1"}}}"""));
        await _max.StartAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _max.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Without_its_root_the_service_is_not_believed_and_nothing_is_said_to_it() =>
        Assert.Equal((SendState.Misconfigured, "certificate"), await SendAsync(null));

    [Fact]
    public async Task With_its_root_named_the_message_goes() => Assert.Equal(SendState.Sent, (await SendAsync(RootFile)).State);

    [Fact]
    public void A_file_that_holds_no_certificate_stops_the_start()
    {
        File.WriteAllText(Path.Combine(_folder, "empty.pem"), "nothing");

        Assert.True(new MaxOptions().IsUsable);
        Assert.True(new MaxOptions { ExtraCaFile = RootFile }.IsUsable);
        Assert.False(new MaxOptions { ExtraCaFile = Path.Combine(_folder, "absent.pem") }.IsUsable);
        Assert.False(new MaxOptions { ExtraCaFile = Path.Combine(_folder, "empty.pem") }.IsUsable);
    }

    private async Task<(SendState State, string? Code)> SendAsync(string? rootFile)
    {
        var address = _max.Urls.First().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        await using var host = await IngestHost.StartAsync(
            null,
            [
                .. EndpointSettings.Of("max", ("Secret", "secret-0001"), ("BotToken", "123:TOKEN"), ("ApiBaseUrl", address)), ("Outbound:AllowPrivateNetworks", "true"),
                ("Max:ExtraCaFile", rootFile),
            ]);
        var result = await host.Get<IMessageSender>().SendAsync(new OutgoingMessage("ep-max", "max:1", "Ждём вас", "k"), TestContext.Current.CancellationToken);
        return (result.State, result.Code);
    }

    private static CertificateRequest Request(string name, RSA key, bool isRoot)
    {
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(isRoot, false, 0, true));
        if (!isRoot)
        {
            var names = new SubjectAlternativeNameBuilder();
            names.AddDnsName("localhost");
            request.CertificateExtensions.Add(names.Build());
        }

        return request;
    }
}
