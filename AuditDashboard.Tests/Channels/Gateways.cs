using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AuditDashboard.Events;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Channels;

/// <summary>Endpoints of Meta's two channels and of the two gateways, with the secrets of the sample payloads.</summary>
internal static class Gateways
{
    public const string AppSecret = "test-app-secret-0001";
    public const string VerifyToken = "test-verify-token-0001";
    public const string GreenToken = "green-token-0001";
    public const string CrmKey = "wz-crm-key-0001";

    public static readonly (string, string?)[] Endpoints =
    [
        .. Endpoint(0, "whatsapp", ("AppSecret", AppSecret), ("VerifyToken", VerifyToken)),
        .. Endpoint(1, "instagram", ("AppSecret", AppSecret), ("VerifyToken", VerifyToken)),
        .. Endpoint(2, "greenapi", ("Secret", GreenToken)),
        .. Endpoint(3, "wazzup", ("Secret", CrmKey)),
    ];

    public static string Sign(byte[] body) =>
        "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(AppSecret), body));

    public static Task<HttpResponseMessage> PostMetaAsync(this IngestHost host, string kind, byte[] body) =>
        host.PostAsync(body, path: $"/hooks/ep-{kind}", by: host.Anyone, headers: ("X-Hub-Signature-256", Sign(body)));

    public static Task<HttpResponseMessage> PostMetaAsync(this IngestHost host, string kind, string body) => host.PostMetaAsync(kind, Encoding.UTF8.GetBytes(body));

    public static Task<HttpResponseMessage> PostAuthorizedAsync(this IngestHost host, string kind, string authorization, byte[] body) =>
        host.PostAsync(body, path: $"/hooks/ep-{kind}", by: host.Anyone, headers: ("Authorization", authorization));

    public static Task<HttpResponseMessage> PostAuthorizedAsync(this IngestHost host, string kind, string authorization, string body) =>
        host.PostAuthorizedAsync(kind, authorization, Encoding.UTF8.GetBytes(body));

    /// <summary>The code of a failure, a number or a word, as the index has it.</summary>
    public static void CheckCode(JsonElement row, StoredEvent found)
    {
        if (row.TryGetProperty("code", out var code))
        {
            Assert.Equal(code.GetRawText(), found.Content!.DataMember("code")!.Value.GetRawText());
        }
    }

    private static (string, string?)[] Endpoint(int number, string kind, params (string Name, string Value)[] members) =>
    [
        ($"Provisioning:Endpoints:{number}:Id", $"ep-{kind}"), ($"Provisioning:Endpoints:{number}:Kind", kind), ($"Provisioning:Endpoints:{number}:Bot", "salon-bot"),
        .. members.Select(member => ($"Provisioning:Endpoints:{number}:{member.Name}", (string?)member.Value)),
    ];
}
