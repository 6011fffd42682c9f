using AuditDashboard.Access;

namespace AuditDashboard.Relay.OpenAi;

/// <summary>
/// Which bot calls. <c>Authorization</c> is the bot's own affair with its model, so our key comes in <c>x-audit-key</c>, or in the path for clients of which
/// only the base address can be changed; addresses of this relay are kept out of the log for that reason.
/// </summary>
internal static class OpenAiCaller
{
    public static readonly string KeyHeader = "x-audit-key";
    public static readonly string SessionHeader = "x-session-id";
    public static readonly string ClientHeader = "x-client-id";
    public static readonly string PromptHeader = "x-prompt-name";
    public static readonly string PromptVersionHeader = "x-prompt-version";

    /// <summary>Meant for us; they go no further.</summary>
    public static readonly IReadOnlySet<string> Headers =
        new HashSet<string>(StringComparer.OrdinalIgnoreCase) { KeyHeader, SessionHeader, ClientHeader, PromptHeader, PromptVersionHeader };

    public static CallingBot? Find(HttpRequest request, IApiKeys keys) =>
        (request.RouteValues["key"] as string ?? Header(request, KeyHeader)) is { } key ? keys.Find(key.AsSpan().Trim()) : null;

    /// <summary>The header's only value, at most so many characters of it.</summary>
    public static string? Header(HttpRequest request, string name, int longest = 512) =>
        request.Headers[name] is [{ Length: > 0 } one] ? Words.Cut(one, longest) : null;
}
