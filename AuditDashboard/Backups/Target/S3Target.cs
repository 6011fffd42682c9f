using System.Net;
using AuditDashboard.Foundation;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Backups.Target;

/// <summary>Puts files into the bucket, and takes them away. Path-style addresses, which every S3-compatible storage understands.</summary>
internal sealed class S3Target(IOptions<S3Options> options, IOptions<OutboundOptions> outbound, TimeProvider time) : IDisposable
{
    private static readonly string EmptyHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private readonly HttpMessageInvoker _storage =
        OutboundConnections.Make(address => !outbound.Value.AllowPrivateNetworks && PrivateNetworks.Contain(address), viaProxy: true);

    public bool IsOn => options.Value.IsOn;

    /// <param name="sha256">Of the file, hex: the storage refuses bytes that arrived otherwise.</param>
    /// <exception cref="HttpRequestException">It was not taken; the message names the status and nothing else.</exception>
    public async Task PutAsync(string name, string path, string sha256, CancellationToken cancel)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 128 * 1024, useAsync: true);
        using var content = new StreamContent(file);
        content.Headers.ContentLength = file.Length;
        await SendAsync(HttpMethod.Put, name, content, sha256, cancel);
    }

    public Task DeleteAsync(string name, CancellationToken cancel) => SendAsync(HttpMethod.Delete, name, null, EmptyHash, cancel);

    public void Dispose() => _storage.Dispose();

    private async Task SendAsync(HttpMethod method, string name, HttpContent? content, string sha256, CancellationToken cancel)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.TimeoutSeconds), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, late.Token);
        var path = "/" + string.Join('/', $"{options.Value.Bucket}/{options.Value.Prefix}{name}".Split('/').Select(Uri.EscapeDataString));
        using var request = new HttpRequestMessage(method, new Uri(options.Value.Endpoint.TrimEnd('/') + path)) { Content = content };
        S3Signature.Sign(request, sha256, options.Value, time.GetUtcNow());
        try
        {
            using var answer = await _storage.SendAsync(request, either.Token);
            if (!answer.IsSuccessStatusCode && !(method == HttpMethod.Delete && answer.StatusCode == HttpStatusCode.NotFound))
            {
                throw new HttpRequestException($"status {(int)answer.StatusCode}", null, answer.StatusCode);
            }
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested)
        {
            throw new HttpRequestException("late");
        }
    }
}
