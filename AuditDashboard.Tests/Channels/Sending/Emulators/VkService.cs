using System.Text;
using AuditDashboard.Tests.Support;
using Microsoft.AspNetCore.WebUtilities;

namespace AuditDashboard.Tests.Channels.Sending.Emulators;

/// <summary>Section 5: a form, errors with 200, and a second message with the same <c>random_id</c> to the same peer is the first one.</summary>
internal sealed class VkService : IEmulatedService
{
    private const string Token = "CANARY-vk-token-0001";

    public string Kind => "vk";

    public string Channel => "vk";

    public (string Member, string Value)[] Members => [("Secret", "CANARY-vk-hook-0001"), ("ConfirmationCode", "abc123de"), ("GroupId", "77"), ("AccessToken", Token)];

    public string Client => "vk:50000401";

    public (int Status, string Body) Answer(FakeServer.Call call, Emulator.Book book)
    {
        var form = QueryHelpers.ParseQuery(Encoding.UTF8.GetString(call.Body)).ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
        return form.GetValueOrDefault("access_token") != Token ? Error(5, "User authorization failed") : call.Target switch
        {
            _ when form.GetValueOrDefault("v") != "5.199" => Error(8, "Invalid request: version is too low"),
            "/method/messages.send" => Send(form, book),
            "/method/messages.sendMessageEventAnswer" => (200, """{"response":1}"""),
            _ => Error(3, "Unknown method passed"),
        };
    }

    public Fault Limited(int seconds) => Fault.Of(200, """{"error":{"error_code":6,"error_msg":"Too many requests per second"}}""", Emulator.Text(seconds));

    private static (int Status, string Body) Send(Dictionary<string, string> form, Emulator.Book book)
    {
        if (!int.TryParse(form.GetValueOrDefault("random_id"), out var random) || random <= 0)
        {
            return Error(100, "One of the parameters specified was missing or invalid: random_id");
        }

        var text = form.GetValueOrDefault("message", "");
        return text.Length > 4096 ? Error(914, "Message is too long")
            : (200, $$"""{"response":{{57 + book.Add($"vk:{form["peer_id"]}", text, $"{form["peer_id"]}/{random}").Number}}}""");
    }

    private static (int Status, string Body) Error(int code, string words) => (200, $$$"""{"error":{"error_code":{{{code}}},"error_msg":"{{{words}}}","request_params":[]}}""");
}
