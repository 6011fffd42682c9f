using System.Text;
using AuditDashboard.Channels;
using AuditDashboard.Notices.Outbox;

namespace AuditDashboard.Notices.Sending;

/// <summary>
/// Tells a bot one thing, and notes what came of it. At least once: whoever is killed between the two tells it again, under the same <c>webhook-id</c>.
/// </summary>
internal sealed partial class SendNotice(INoticedBots bots, NoticeShelf shelf, TimeProvider time, ILogger<SendNotice> logger)
{
    /// <summary>How long a bot may go on failing before it is told nothing more.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(5);

    /// <summary>True when the bot took it.</summary>
    public async Task<bool> HandleAsync(BotNoticeRow notice, CancellationToken cancel)
    {
        var answer = await bots.SendAsync(notice.EndpointId, notice.Id, Encoding.UTF8.GetBytes(notice.Body), cancel);
        (notice.Attempts, notice.Code) = (notice.Attempts + 1, answer.Code);
        Judge(notice, answer, time.GetUtcNow());
        // It happened: also a stop that begins now must not make it forgotten.
        await shelf.WriteAsync(notice, CancellationToken.None);
        if (notice.State == BotNoticeRow.Gone)
        {
            LogGone(notice.Id, notice.EndpointId, answer.Code);
        }

        return answer.IsTaken;
    }

    private static void Judge(BotNoticeRow notice, INoticedBots.Answer answer, DateTimeOffset now)
    {
        if (answer.IsTaken)
        {
            (notice.State, notice.SentAt, notice.FailingSince) = (BotNoticeRow.Sent, now, null);
        }
        else if (answer.IsGone)
        {
            (notice.State, notice.FailingSince) = (BotNoticeRow.Gone, now);
        }
        else
        {
            notice.FailingSince ??= now;
            notice.State = now - notice.FailingSince >= Patience ? BotNoticeRow.Gone : BotNoticeRow.Failed;
            notice.NextAt = now + RetryDelays.Of(notice.Id, notice.Attempts, answer.RetryAfter);
        }
    }

    // Never the address: a bot's path may be secret.
    [LoggerMessage(EventId = 4401, Level = LogLevel.Warning, Message = "Notice {NoticeId} to the bot of endpoint {EndpointId} is given up after {Answer}; the endpoint's card offers to repeat it")]
    private partial void LogGone(string noticeId, string endpointId, string answer);
}
