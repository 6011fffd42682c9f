using AuditDashboard.Channels.Hooks;
using AuditDashboard.Channels.Sending;

namespace AuditDashboard.Channels.Wazzup;

/// <summary>Wazzup's answer to a message (channels.md section 6.2): 201, or an error with a word of its own.</summary>
internal static class WazzupVerdict
{
    /// <summary>Words about this client only; any other is about the account, the channel or the text.</summary>
    private static readonly HashSet<string> OfClient = new(StringComparer.OrdinalIgnoreCase)
    {
        "BAD_CONTACT", "MESSAGES_NOT_TEXT_FIRST", "CHAT_NOT_FOUND", "MESSAGES_INVALID_CONTACT_TYPE", "24_HOURS_EXCEEDED",
    };

    public static Verdict Of(ServiceAnswer answer)
    {
        var verdict = answer.Failure ?? Judge(answer);
        return verdict.Result.State is SendState.Uncertain ? verdict with { Result = verdict.Result with { DropsRepeats = true } } : verdict;
    }

    private static Verdict Judge(ServiceAnswer answer)
    {
        if (answer.Status is StatusCodes.Status201Created or StatusCodes.Status200OK && ChannelParts.Id(answer.Body, "messageId") is { } sent)
        {
            return Verdict.Sent(sent);
        }

        var error = ChannelText.Of(answer.Body, "error");
        return (answer.Status, error) switch
        {
            (400, "repeatedCrmMessageId") => Verdict.Sent(null, error),
            (400 or 422, not null) => OfClient.Contains(error) ? Verdict.Unreachable(ServiceCode.Of(error)) : Verdict.Misconfigured(ServiceCode.Of(error)),
            (401 or 403, _) => Verdict.Misconfigured("token-revoked"),
            _ => answer.Stranger,
        };
    }
}
