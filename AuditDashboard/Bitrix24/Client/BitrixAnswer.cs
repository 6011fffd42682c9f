using System.Text.Json;

namespace AuditDashboard.Bitrix24.Client;

/// <summary>An answer of the portal, judged.</summary>
/// <param name="Code">The portal's code, or ours (<c>timeout</c>, <c>unreachable</c>, <c>odd</c> …).</param>
/// <param name="Words">The portal's description without tags and without the secret.</param>
/// <param name="Status">HTTP status; 0 without an answer.</param>
internal sealed record BitrixAnswer(AnswerKind Kind, string Code, string Words, int Status, JsonElement Result)
{
    public long? Next { get; init; }

    /// <summary>Seconds of work the method has taken in the last ten minutes; null where the portal does not tell.</summary>
    public double? Operating { get; init; }

    public DateTimeOffset? OperatingResetAt { get; init; }

    /// <summary>The portal's clock; null where the answer does not tell.</summary>
    public DateTimeOffset? PortalTime { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Took { get; init; }

    /// <summary>SHA-256 of the answer's bytes, hexadecimal.</summary>
    public string Digest { get; init; } = "";

    public bool IsOk => Kind == AnswerKind.Ok;

    /// <summary>No words of the portal itself: silence, or a page of somebody in between.</summary>
    public bool IsFromNobody => Code is "timeout" or "unreachable" or "certificate" or "cut" or "odd" || Code.StartsWith("http ", StringComparison.Ordinal);

    public static BitrixAnswer Waiting(string why, TimeSpan wait) => new(AnswerKind.Wait, why, "", 0, default) { RetryAfter = wait };

    public static BitrixAnswer Failed(AnswerKind kind, string code) => new(kind, code, "", 0, default);
}
