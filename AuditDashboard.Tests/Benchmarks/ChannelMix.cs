using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Web;
using AuditDashboard.Channels.Mango;

namespace AuditDashboard.Benchmarks;

/// <summary>Bodies of every channel in turn, each with ids of its own so that it is news, signed as its channel signs.</summary>
internal sealed partial class ChannelMix
{
    private const string Secret = "bench-secret-0001";
    private readonly (string Kind, string Body)[] _bodies;

    public ChannelMix(string folder) => _bodies =
    [
        .. Kinds.SelectMany(kind => Directory.GetFiles(Path.Combine(folder, kind), kind + "-*.json").Order().Select(file => (kind, File.ReadAllText(file))))
            .Where(sample => !sample.Item2.Contains("\"confirmation\"", StringComparison.Ordinal)),
    ];

    public static string[] Kinds { get; } = ["telegram", "whatsapp", "instagram", "max", "vk", "greenapi", "wazzup", "yclients", "mango", "uis"];

    /// <summary>Settings of one endpoint a kind, as environment variables.</summary>
    public static (string Name, string Value)[] Environment()
    {
        string[] members = ["Secret", "AppSecret", "VerifyToken", "ApiKey", "ApiSalt"];
        List<(string, string)> settings = [];
        foreach (var (kind, i) in Kinds.Select((kind, i) => (kind, i)))
        {
            foreach (var (name, value) in members.Select(name => (name, Secret)).Concat([("Id", $"ep-{kind}"), ("Kind", kind), ("Bot", "bench"), ("ConfirmationCode", "code")]))
            {
                settings.Add((string.Create(CultureInfo.InvariantCulture, $"Provisioning__Endpoints__{i}__{name}"), value));
            }
        }

        return [.. settings];
    }

    public HttpRequestMessage Next(int number)
    {
        var (kind, sample) = _bodies[number % _bodies.Length];
        var body = Ids().Replace(sample, match => match.Groups["name"].Value + Fresh(match.Groups["value"].Value, number));
        return Request(kind, Encoding.UTF8.GetBytes(WithSecret(kind, body)));
    }

    /// <summary>Two good bodies of every channel.</summary>
    public IEnumerable<(string Kind, byte[] Body)> Pairs() =>
        _bodies.GroupBy(sample => sample.Kind).SelectMany(kind => kind.Take(2)).Select(sample => (sample.Kind, Encoding.UTF8.GetBytes(WithSecret(sample.Kind, sample.Body))));

    /// <summary>Sent as the channel sends it, signed, whatever the body is.</summary>
    public static HttpRequestMessage Request(string kind, byte[] body)
    {
        var path = kind switch { "yclients" or "uis" => $"/{Secret}", "mango" => body.AsSpan().IndexOf("entry_result"u8) >= 0 ? "/events/summary" : "/events/call", _ => "" };
        var request = new HttpRequestMessage(HttpMethod.Post, $"/hooks/ep-{kind}{path}") { Content = new ByteArrayContent(Pack(kind, body)) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", kind == "mango" ? "application/x-www-form-urlencoded" : "application/json");
        foreach (var (name, value) in Headers(kind, body))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    private static string WithSecret(string kind, string body) => kind == "vk" ? VkSecret().Replace(body, $"\"secret\": \"{Secret}\"") : body;

    private static string Fresh(string value, int number) => value[0] == '"' ? $"\"{value.Trim('"')}.{number}\"" : (2_000_000_000L + number).ToString(CultureInfo.InvariantCulture);

    private static byte[] Pack(string kind, byte[] body) => kind == "mango"
        ? Encoding.ASCII.GetBytes($"vpbx_api_key={Secret}&sign={MangoKind.Sign(Secret, body, Secret)}&json={HttpUtility.UrlEncode(body)}")
        : body;

    private static (string Name, string Value)[] Headers(string kind, byte[] body) => kind switch
    {
        "telegram" => [("X-Telegram-Bot-Api-Secret-Token", Secret)],
        "max" => [("X-Max-Bot-Api-Secret", Secret)],
        "greenapi" or "wazzup" => [("Authorization", $"Bearer {Secret}")],
        "whatsapp" or "instagram" =>
            [("X-Hub-Signature-256", "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), body)))],
        _ => [],
    };

    [GeneratedRegex("""(?<name>"(update_id|mid|event_id|idMessage|messageId|resource_id|call_id|entry_id|recording_id|call_session_id|callback_id|id)"\s*:\s*)(?<value>"(wamid|mid|aWd|3EB|BAE|evt|[0-9a-fA-F]{8}-|M[zT]o?)[^"]*"|"[0-9a-f]{40}"|\d{6,})""")]
    private static partial Regex Ids();

    [GeneratedRegex("""
        "secret"\s*:\s*"[^"]*"
        """)]
    private static partial Regex VkSecret();
}
