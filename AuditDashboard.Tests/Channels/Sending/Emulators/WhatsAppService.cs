using System.Text.Json;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Channels.Sending.Emulators;

/// <summary>Section 2.5: accepts, which is not delivering; a business-scoped id in <c>to</c> is answered 200 and dropped.</summary>
internal sealed class WhatsAppService : IEmulatedService
{
    private const string Token = "CANARY-whatsapp-token-0001";

    public string Kind => "whatsapp";

    public string Channel => "whatsapp";

    public (string Member, string Value)[] Members =>
        [("AppSecret", "CANARY-whatsapp-app-0001"), ("VerifyToken", "CANARY-whatsapp-verify-0001"), ("AccessToken", Token), ("PhoneNumberId", "106540352242922")];

    public string Client => "wa:79000000201";

    public (int Status, string Body) Answer(FakeServer.Call call, Emulator.Book book)
    {
        if (call.Headers.GetValueOrDefault("Authorization") != $"Bearer {Token}")
        {
            return Error(401, 190, "Invalid OAuth access token");
        }

        if (call.Target != "/v25.0/106540352242922/messages")
        {
            return Error(400, 100, "Unsupported post request");
        }

        var body = JsonElement.Parse(call.Body);
        var type = body.GetProperty("type").GetString()!;
        if (body.GetProperty("messaging_product").GetString() != "whatsapp" || !body.TryGetProperty(type, out var content))
        {
            return Error(400, 100, "Invalid parameter");
        }

        var person = body.TryGetProperty("recipient", out var scoped) ? scoped.GetString()! : body.GetProperty("to").GetString()!;
        var number = scoped.ValueKind != JsonValueKind.Undefined || char.IsDigit(person[0]) ? book.Add($"wa:{person}", content.GetRawText()).Number : 0;
        return (200, $$"""
            {"messaging_product":"whatsapp","contacts":[{"input":"{{person}}","wa_id":"{{person}}"}],"messages":[{"id":"wamid.OUT{{number}}=","message_status":"accepted"}]}
            """);
    }

    public Fault Limited(int seconds) => Fault.Of(429, Error(429, 130429, "Rate limit hit").Body, Emulator.Text(seconds));

    public static (int Status, string Body) Error(int status, int code, string words) =>
        (status, $$$"""{"error":{"message":"(#{{{code}}}) {{{words}}}","type":"OAuthException","code":{{{code}}},"error_data":{"messaging_product":"whatsapp","details":"{{{words}}}"},"fbtrace_id":"AtestTrace01"}}""");
}
