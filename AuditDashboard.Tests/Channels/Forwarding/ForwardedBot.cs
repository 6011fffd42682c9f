using AuditDashboard.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace AuditDashboard.Tests.Channels.Forwarding;

/// <summary>A bot with a webhook of its own, and endpoints that stand in front of it.</summary>
internal static class ForwardedBot
{
    public const string Secret = "tg-secret-0001";
    public const string Update = """{"update_id":5,"message":{"message_id":1,"date":1795341600,"from":{"id":700000101,"first_name":"Анна"},"chat":{"id":700000101,"type":"private"},"text":"Привет"}}""";

    public static readonly Func<HttpContext, FakeServer.Call, Task> SaysYes = (context, _) => context.Response.WriteAsync("yes");

    public static (string, string?)[] InFrontOf(string forwardUrl) =>
    [
        ("Provisioning:Endpoints:0:Id", "ep-telegram"), ("Provisioning:Endpoints:0:Kind", "telegram"), ("Provisioning:Endpoints:0:Bot", "salon-bot"),
        ("Provisioning:Endpoints:0:Secret", Secret), ("Provisioning:Endpoints:0:ForwardUrl", forwardUrl),
        ("Provisioning:Endpoints:1:Id", "ep-whatsapp"), ("Provisioning:Endpoints:1:Kind", "whatsapp"), ("Provisioning:Endpoints:1:Bot", "salon-bot"),
        ("Provisioning:Endpoints:1:AppSecret", Gateways.AppSecret), ("Provisioning:Endpoints:1:VerifyToken", Gateways.VerifyToken),
        ("Provisioning:Endpoints:1:ForwardUrl", forwardUrl),
    ];

    public static Task<HttpResponseMessage> PostUpdateAsync(this IngestHost host, string update = Update, string secret = Secret) =>
        host.PostAsync(update, path: "/hooks/ep-telegram", by: host.Anyone, headers: ("X-Telegram-Bot-Api-Secret-Token", secret));
}
