using System.Text.Json;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Channels.Sending.Emulators;

/// <summary>Section 6.1: the token stands in the address; a repeat is a second message.</summary>
internal sealed class GreenApiService : IEmulatedService
{
    private const string Token = "CANARYgreenapitoken0001";

    public string Kind => "greenapi";

    public string Channel => "whatsapp";

    public (string Member, string Value)[] Members => [("Secret", "CANARY-greenapi-hook-0001"), ("InstanceId", "1101000001"), ("ApiToken", Token)];

    public string Client => "wa:79000000501";

    public (int Status, string Body) Answer(FakeServer.Call call, Emulator.Book book)
    {
        var version = call.Target.StartsWith("/v3/", StringComparison.Ordinal) ? "/v3" : "";
        if (call.Target != $"{version}/waInstance1101000001/sendMessage/{Token}")
        {
            return (401, "");
        }

        var body = JsonElement.Parse(call.Body);
        var chat = body.GetProperty("chatId").GetString()!;
        return chat.EndsWith("@c.us", StringComparison.Ordinal) == (version.Length == 0)
            ? (200, $$"""{"idMessage":"BAE5{{book.Add($"wa:{chat}", body.GetProperty("message").GetString()!).Number}}"}""")
            : (400, """{"statusCode":400,"message":"Validation failed. Details: 'chatId' is invalid"}""");
    }

    public Fault Limited(int seconds) => Fault.Of(429, "", Emulator.Text(seconds));
}
