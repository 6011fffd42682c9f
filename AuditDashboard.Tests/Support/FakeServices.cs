using System.Text;
using Microsoft.AspNetCore.Http;

namespace AuditDashboard.Tests.Support;

/// <summary>
/// Telegram, MAX, VK and GREEN-API as far as their probes ask (channels.md sections 1.1, 4.2, 5 and 6.1), on loopback over real HTTP. What they answer
/// and what is wrong with them is set by the test.
/// </summary>
internal sealed class FakeServices : IAsyncDisposable
{
    private FakeServer _server = null!;

    private FakeServices()
    {
    }

    public string Address => _server.Address;

    public IEnumerable<FakeServer.Call> Calls => _server.Calls;

    public string WebhookUrl { get; set; } = "https://log.salon.example/hooks/ep-telegram";

    public string WebhookError { get; set; } = "";

    public long WebhookErrorAt { get; set; }

    public int Pending { get; set; }

    public List<string> Subscriptions { get; } = [];

    public string VkAnswer { get; set; } = "";

    public string State { get; set; } = "authorized";

    /// <summary>The token that counts; any other is refused as each service does it.</summary>
    public string Token { get; set; } = "123:TOKEN";

    /// <summary>"" | 500 | 429 | garbage | hang</summary>
    public string Fault { get; set; } = "";

    public static async Task<FakeServices> StartAsync()
    {
        var services = new FakeServices();
        services._server = await FakeServer.StartAsync(services.AnswerAsync);
        return services;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context, FakeServer.Call call)
    {
        switch (Fault)
        {
            case "hang":
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
                return;
            case "500" or "429":
                context.Response.StatusCode = int.Parse(Fault, System.Globalization.CultureInfo.InvariantCulture);
                return;
            case "garbage":
                await context.Response.WriteAsync("<html>Please sign in</html>");
                return;
        }

        var (status, body) = Answer(call);
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(body);
    }

    private (int Status, string Body) Answer(FakeServer.Call call) => call.Target.Split('?')[0] switch
    {
        var path when path.EndsWith("/getWebhookInfo", StringComparison.Ordinal) => path == $"/bot{Token}/getWebhookInfo"
            ? (200, $$"""{"ok":true,"result":{"url":"{{WebhookUrl}}","pending_update_count":{{Pending}},"last_error_date":{{WebhookErrorAt}},"last_error_message":"{{WebhookError}}","max_connections":40} }""")
            : (401, """{"ok":false,"error_code":401,"description":"Unauthorized"}"""),
        "/subscriptions" when call.Headers.GetValueOrDefault("Authorization") != Token => (401, """{"code":"verify.token","message":"Invalid access_token"}"""),
        "/subscriptions" when call.Method == "GET" => (200, $$"""{"subscriptions":[{{string.Join(',', Subscriptions.Select(url => $$"""{"url":"{{url}}","time":1795000000000,"update_types":null}"""))}}]}"""),
        "/subscriptions" => Subscribe(call),
        "/method/groups.getCallbackServers" => (200, Encoding.UTF8.GetString(call.Body).Contains(Uri.EscapeDataString(Token), StringComparison.Ordinal)
            ? VkAnswer
            : """{"error":{"error_code":5,"error_msg":"User authorization failed"} }"""),
        var path when path.Contains("/getStateInstance/", StringComparison.Ordinal) => path.EndsWith($"/{Token}", StringComparison.Ordinal)
            ? (200, $$"""{"stateInstance":"{{State}}"}""")
            : (401, ""),
        _ => (404, "{}"),
    };

    private (int Status, string Body) Subscribe(FakeServer.Call call)
    {
        Subscriptions.Add(System.Text.Json.JsonElement.Parse(call.Body).GetProperty("url").GetString()!);
        return (200, """{"success":true}""");
    }
}
