using System.Text.Json;
using System.Text.RegularExpressions;

namespace AuditDashboard.Bitrix24.Client;

/// <summary>Judges an answer: the body's error first, then the status (bitrix24.md section 2). Pure.</summary>
internal static partial class AnswerClass
{
    private const int LongestWords = 500;

    private static readonly Dictionary<string, AnswerKind> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["QUERY_LIMIT_EXCEEDED"] = AnswerKind.RateLimit, ["OPERATION_TIME_LIMIT"] = AnswerKind.OperationLimit, ["OVERLOAD_LIMIT"] = AnswerKind.Blocked,
        ["INTERNAL_SERVER_ERROR"] = AnswerKind.Ambiguous, ["ERROR_UNEXPECTED_ANSWER"] = AnswerKind.Ambiguous,
        ["NO_AUTH_FOUND"] = AnswerKind.Blocked, ["INVALID_CREDENTIALS"] = AnswerKind.Blocked, ["expired_token"] = AnswerKind.Blocked, ["invalid_token"] = AnswerKind.Blocked,
        ["authorization_error"] = AnswerKind.Blocked, ["PAYMENT_REQUIRED"] = AnswerKind.Blocked, ["user_access_error"] = AnswerKind.Blocked,
        ["allowed_only_intranet_user"] = AnswerKind.Blocked, ["PORTAL_DELETED"] = AnswerKind.Blocked, ["INVALID_REQUEST"] = AnswerKind.Blocked,
        ["METHOD_CONFIRM_WAITING"] = AnswerKind.Blocked, ["METHOD_CONFIRM_DENIED"] = AnswerKind.Blocked, ["insufficient_scope"] = AnswerKind.Feature,
        ["WRONG_AUTH_TYPE"] = AnswerKind.Feature, ["ERROR_METHOD_NOT_FOUND"] = AnswerKind.Feature,
        ["NOT_FOUND"] = AnswerKind.NotFound, ["ERROR_NOT_FOUND"] = AnswerKind.NotFound, ["OWNER_NOT_FOUND"] = AnswerKind.NotFound, ["1021"] = AnswerKind.NotFound, ["1019"] = AnswerKind.NotFound,
    };

    /// <summary>Why a portal is blocked: auth | subscription | scope | gone | overload.</summary>
    public static string ReasonOf(string code, string words) => code.ToUpperInvariant() switch
    {
        "PORTAL_DELETED" => "gone",
        "OVERLOAD_LIMIT" => "overload",
        "INSUFFICIENT_SCOPE" => "scope",
        "PAYMENT_REQUIRED" => "subscription",
        "ACCESS_DENIED" when IsAboutPlan(words) => "subscription",
        _ => "auth",
    };

    public static (AnswerKind Kind, string Code, string Words) Of(int status, JsonElement body)
    {
        var words = Plain(body.Member("error_description").Text());
        return body.Error() switch
        {
            null => OfStatus(status, body),
            "" => (OfWords(words, status), "", words),
            var code when Known.TryGetValue(code, out var kind) => (kind, code, words),
            var code when code.Equals("ACCESS_DENIED", StringComparison.OrdinalIgnoreCase) => (IsAboutPlan(words) ? AnswerKind.Blocked : AnswerKind.Refused, code, words),
            // A database fault of the portal: it may have happened after the write.
            var code => (status >= 500 ? AnswerKind.Ambiguous : AnswerKind.Refused, code, words),
        };
    }

    private static (AnswerKind, string, string) OfStatus(int status, JsonElement body) => status switch
    {
        >= 200 and < 300 when body.Member("result").ValueKind != JsonValueKind.Undefined => (AnswerKind.Ok, "", ""),
        429 => (AnswerKind.OperationLimit, "http 429", ""),
        401 or 403 or 402 or 410 => (AnswerKind.Blocked, $"http {status}", ""),
        // A page instead of an answer, or half an answer: nobody knows what was done.
        _ => (AnswerKind.Ambiguous, status is >= 200 and < 300 ? "odd" : $"http {status}", ""),
    };

    private static AnswerKind OfWords(string words, int status) =>
        words.Contains("access denied", StringComparison.OrdinalIgnoreCase) ? AnswerKind.Refused
        : words.Contains("not found", StringComparison.OrdinalIgnoreCase) ? AnswerKind.NotFound
        : status >= 500 ? AnswerKind.Ambiguous : AnswerKind.Refused;

    private static bool IsAboutPlan(string words) => Plans().IsMatch(words);

    /// <summary>Descriptions carry tags and are as long as they like.</summary>
    private static string Plain(string words)
    {
        var plain = Tags().Replace(words, " ").Trim();
        return plain.Length <= LongestWords ? plain : plain[..LongestWords];
    }

    [GeneratedRegex("subscription|commercial plan|подписк|тариф|commercial", RegexOptions.IgnoreCase)]
    private static partial Regex Plans();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();
}
