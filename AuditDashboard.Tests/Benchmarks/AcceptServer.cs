using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace AuditDashboard.Benchmarks;

/// <summary>The ceiling: Kestrel that checks the key, reads the JSON and answers 202 without storing.</summary>
internal static class AcceptServer
{
    private static readonly byte[] Answer = """{"accepted":1,"duplicates":0,"rejected":0,"events":[{"id":"b0000000000000000000","status":"accepted","seq":4711}]}"""u8.ToArray();

    public static async Task<int> RunAsync(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => { kestrel.ListenLocalhost(port); kestrel.AddServerHeader = false; });
        var app = builder.Build();
        var known = new HashSet<string> { Hash(Servers.Key) };
        app.MapPost("/api/v1/events", async context =>
        {
            var key = context.Request.Headers.Authorization.ToString();
            context.Response.StatusCode = key.Length > 7 && known.Contains(Hash(key[7..])) && await ReadAsync(context.Request.Body, context.RequestAborted) ? 202 : 400;
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = Answer.Length;
            await context.Response.Body.WriteAsync(Answer, context.RequestAborted);
        });
        await app.RunAsync();
        return 0;
    }

    private static async Task<bool> ReadAsync(Stream body, CancellationToken cancel)
    {
        using var document = await JsonDocument.ParseAsync(body, default, cancel);
        return document.RootElement.ValueKind is JsonValueKind.Object or JsonValueKind.Array;
    }

    private static string Hash(string key) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
