using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace AuditDashboard.Tests.Bitrix24.Emulator;

/// <summary>Calls the emulator the plain way, for tests of the emulator itself.</summary>
internal sealed class PortalCaller(PortalEmulator portal) : IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    public async Task<(int Status, JsonObject Answer)> CallAsync(string method, string json = "{}", string? secret = null, string? source = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{portal.Address}/rest/1/{secret ?? portal.State.Secret}/{method}")
        {
            Content = JsonContent.Create(JsonNode.Parse(json)),
        };
        if (source is not null)
        {
            request.Headers.Add("X-Test-Ip", source);
        }

        using var answer = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        return ((int)answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsObject());
    }

    public async Task<JsonNode> ResultAsync(string method, string json = "{}") => (await CallAsync(method, json)).Answer["result"]!;

    public void Dispose() => _client.Dispose();
}
