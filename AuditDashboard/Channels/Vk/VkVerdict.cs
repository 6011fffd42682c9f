using AuditDashboard.Channels.Hooks;
using AuditDashboard.Channels.Sending;

namespace AuditDashboard.Channels.Vk;

/// <summary>VK's answer to a message (channels.md section 5). Whatever stays open may be repeated under the same key: VK drops the second.</summary>
internal static class VkVerdict
{
    private static readonly TimeSpan OneSecond = TimeSpan.FromSeconds(1);

    /// <summary>«Flood control» is about the same words to the same person, not about the community.</summary>
    private static readonly TimeSpan AfterFlood = TimeSpan.FromMinutes(1);

    public static Verdict Of(ServiceAnswer answer)
    {
        var verdict = answer.Failure ?? Judge(answer);
        return verdict.Result.State is SendState.Uncertain ? verdict with { Result = verdict.Result with { DropsRepeats = true } } : verdict;
    }

    private static Verdict Judge(ServiceAnswer answer) =>
        ChannelText.Number(ChannelText.Part(answer.Body, "error"), "error_code") is { } code ? Refused(code, answer)
        : ChannelText.Word(answer.Body, "response") is { } message ? Verdict.Sent(message)
        : answer.Stranger;

    private static Verdict Refused(long code, ServiceAnswer answer) => code switch
    {
        // 18: the page is gone; 900: blacklist; 901: never allowed; 902: privacy; 936: no such contact; 945, 946: the talk is closed.
        18 or 900 or 901 or 902 or 936 or 945 or 946 => Verdict.Unreachable(ServiceCode.Of(code)),
        6 => Verdict.Limited(ServiceCode.Of(code), answer.RetryAfter ?? OneSecond),
        9 => Verdict.Later(ServiceCode.Of(code), AfterFlood),
        29 => Verdict.Limited(ServiceCode.Of(code), answer.RetryAfter ?? AfterFlood),
        1 or 10 => Verdict.Later(ServiceCode.Of(code)),
        _ => Verdict.Misconfigured(ServiceCode.Of(code)),
    };
}
