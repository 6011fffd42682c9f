using AuditDashboard.Channels.Hooks;
using AuditDashboard.Channels.Sending;

namespace AuditDashboard.Channels.WhatsApp;

/// <summary>The Cloud API's answer to a message (channels.md section 2.5, table of errors). Accepted is not delivered: that comes by webhook.</summary>
internal static class WhatsAppVerdict
{
    public static readonly string WindowClosed = "131047";

    /// <summary>The first step of the backoff Meta asks for: 4ⁿ seconds.</summary>
    private static readonly TimeSpan FirstStep = TimeSpan.FromSeconds(4);

    private static readonly TimeSpan AfterLimit = TimeSpan.FromMinutes(1);

    public static Verdict Of(ServiceAnswer answer)
    {
        if (answer.Failure is { } failure)
        {
            return failure;
        }

        if (ChannelText.Number(ChannelText.Part(answer.Body, "error"), "code") is { } code)
        {
            return Refused(code, answer);
        }

        var sent = ChannelParts.List(answer.Body, "messages").Select(message => ChannelParts.Id(message, "id")).FirstOrDefault(id => id is not null);
        return sent is not null ? Verdict.Sent(sent) : answer.Stranger;
    }

    private static Verdict Refused(long code, ServiceAnswer answer)
    {
        var word = ServiceCode.Of(code);
        return code switch
        {
            131047 or 131026 or 131049 or 130472 => Verdict.Unreachable(word),
            131056 => Verdict.Later(word, FirstStep),
            130429 or 80007 or 4 => Verdict.Limited(word, answer.RetryAfter ?? AfterLimit),
            131000 or 131016 or 2 => Verdict.Later(word, answer.RetryAfter),
            // The rest is ours to mend: token and rights (0, 10, 190, 200-299), account (131031, 131045, 133010), quality (131048), templates (132…), the body (100, 131051).
            _ => Verdict.Misconfigured(word),
        };
    }
}
