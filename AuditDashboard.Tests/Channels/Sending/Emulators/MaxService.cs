using System.Text.Json;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Channels.Sending.Emulators;

/// <summary>Section 4.4: a token without «Bearer», the client in the query, numbers beyond 2^53, errors as code and message.</summary>
internal sealed class MaxService : IEmulatedService
{
    private const string Token = "CANARY-max-token-0001";

    public string Kind => "max";

    public string Channel => "max";

    public (string Member, string Value)[] Members => [("Secret", "CANARY-max-hook-0001"), ("BotToken", Token)];

    public string Client => "max:80000301";

    public (int Status, string Body) Answer(FakeServer.Call call, Emulator.Book book)
    {
        if (call.Headers.GetValueOrDefault("Authorization") != Token)
        {
            return (401, """{"code":"verify.token","message":"Invalid access_token"}""");
        }

        return call.Target.Split('?') switch
        {
            ["/messages", var query] when query.StartsWith("user_id=", StringComparison.Ordinal) => Send(query["user_id=".Length..], JsonElement.Parse(call.Body), book),
            ["/answers", ['c', 'a', 'l', 'l', 'b', 'a', 'c', 'k', '_', 'i', 'd', '=', ..]] => (200, """{"success":true}"""),
            _ => (404, """{"code":"not.found","message":"Path not found"}"""),
        };
    }

    public Fault Limited(int seconds) => Fault.Of(429, """{"code":"too.many.requests","message":"Too many requests"}""", Emulator.Text(seconds));

    private static (int Status, string Body) Send(string user, JsonElement body, Emulator.Book book)
    {
        var text = body.GetProperty("text").GetString()!;
        if (text.Length > 4000)
        {
            return (400, """{"code":"proto.payload","message":"text: size must be between 0 and 4000"}""");
        }

        var (number, _) = book.Add($"max:{user}", text);
        return (200, $$$"""
            {"message":{"sender":{"user_id":90000001,"is_bot":true},"recipient":{"chat_id":230000301,"chat_type":"dialog","user_id":{{{user}}}},"timestamp":1795165200000,
            "body":{"mid":"mid.out{{{number}}}","seq":115634512345699001,"text":{{{JsonSerializer.Serialize(text)}}} } } }
            """);
    }
}
