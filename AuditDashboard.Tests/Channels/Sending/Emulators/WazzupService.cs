using System.Text.Json;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Channels.Sending.Emulators;

/// <summary>Section 6.2: 201, and <c>repeatedCrmMessageId</c> for a message it was given before.</summary>
internal sealed class WazzupService : IEmulatedService
{
    private const string Token = "CANARY-wazzup-token-0001";

    public string Kind => "wazzup";

    public string Channel => "whatsapp";

    public (string Member, string Value)[] Members =>
        [("Secret", "CANARY-wazzup-hook-0001"), ("AccessToken", Token), ("ChannelId", "e0629e11-0f67-4567-92a9-2237e91ec1b9")];

    public string Client => "wa:79000000601";

    public (int Status, string Body) Answer(FakeServer.Call call, Emulator.Book book)
    {
        if (call.Headers.GetValueOrDefault("Authorization") != $"Bearer {Token}")
        {
            return (401, """{"error":"Unauthorized","description":"wrong key"}""");
        }

        var body = JsonElement.Parse(call.Body);
        if (call.Target != "/v3/message" || !body.TryGetProperty("crmMessageId", out var key) || body.TryGetProperty("text", out var text) == body.TryGetProperty("templateId", out var template))
        {
            return (400, """{"error":"INVALID_MESSAGE_DATA","description":"text or contentUri is required"}""");
        }

        var (number, isRepeat) = book.Add(
            $"{body.GetProperty("chatType").GetString()}:{body.GetProperty("chatId").GetString()}", text.ValueKind == JsonValueKind.String ? text.GetString()! : template.GetString()!, key.GetString());
        return isRepeat
            ? (400, """{"error":"repeatedCrmMessageId","description":"You have already sent message with the same crmMessageId"}""")
            : (201, $$"""{"messageId":"f66c53a6-957a-46b8-b41b-5a2ac4844{{number:000}}","chatId":"79000000601"}""");
    }

    public Fault Limited(int seconds) => Fault.Of(429, """{"error":"TOO_MANY_REQUESTS"}""", Emulator.Text(seconds));
}
