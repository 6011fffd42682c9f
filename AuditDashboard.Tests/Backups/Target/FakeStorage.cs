using System.Collections.Concurrent;
using System.Security.Cryptography;
using AuditDashboard.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace AuditDashboard.Tests.Backups.Target;

/// <summary>
/// S3 as far as backups use it: PUT and DELETE of one object, path-style. Refuses what is not signed for these bytes and this address, as the real one
/// does. What is wrong with it is set by the test.
/// </summary>
internal sealed class FakeStorage : IAsyncDisposable
{
    private FakeServer _server = null!;

    public string Address => _server.Address;

    public ConcurrentDictionary<string, byte[]> Objects { get; } = new();

    /// <summary>"" | 500 | 403 | slow | cut</summary>
    public string Fault { get; set; } = "";

    public int Calls => _server.Calls.Count;

    public (string, string?)[] Settings =>
    [
        ("Backups:S3:Endpoint", Address), ("Backups:S3:Bucket", "salon"), ("Backups:S3:AccessKey", "AKIDEXAMPLE"), ("Backups:S3:SecretKey", "secret-0001"), ("Backups:S3:Prefix", "log/"),
        ("Backups:S3:TimeoutSeconds", "60"), ("Outbound:AllowPrivateNetworks", "true"),
    ];

    public static async Task<FakeStorage> StartAsync()
    {
        var storage = new FakeStorage();
        storage._server = await FakeServer.StartAsync(storage.AnswerAsync);
        return storage;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context, FakeServer.Call call)
    {
        switch (Fault)
        {
            case "slow":
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
                return;
            case "cut":
                context.Abort();
                return;
            case not "":
                context.Response.StatusCode = int.Parse(Fault, System.Globalization.CultureInfo.InvariantCulture);
                return;
        }

        if (!IsSigned(call))
        {
            context.Response.StatusCode = 403;
        }
        else if (call.Method == "PUT")
        {
            Objects[call.Target] = call.Body;
        }
        else
        {
            context.Response.StatusCode = Objects.TryRemove(call.Target, out _) ? 204 : 404;
        }
    }

    private static bool IsSigned(FakeServer.Call call) =>
        call.Headers.TryGetValue("x-amz-content-sha256", out var hash) && hash == Convert.ToHexStringLower(SHA256.HashData(call.Body))
        && call.Headers.TryGetValue("Authorization", out var signed)
        && call.Headers.TryGetValue("x-amz-date", out var date)
        && signed.StartsWith($"AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/{date[..8]}/ru-central1/s3/aws4_request, SignedHeaders=host;x-amz-content-sha256;x-amz-date, Signature=", StringComparison.Ordinal);
}
