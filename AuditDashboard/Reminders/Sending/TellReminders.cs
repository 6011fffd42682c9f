using AuditDashboard.Channels;
using AuditDashboard.Events;
using AuditDashboard.Reminders.FollowUps;
using AuditDashboard.Reminders.Planning;

namespace AuditDashboard.Reminders.Sending;

/// <summary>Tells the log what became of messages; the table of reminders follows from that. What only has to wait is written down by itself.</summary>
internal sealed partial class TellReminders(IEventLog log, ClaimReminders claims, FollowUpMatters followUps, TimeProvider time, ILogger<TellReminders> logger)
{
    private const int MostAttempts = 5;
    private const int MostTellings = 5;
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(1);

    /// <param name="stuck">Due messages without a channel that is left.</param>
    /// <returns>False when the log did not take it: then there is no sense in going on.</returns>
    public async Task<bool> HandleAsync(IReadOnlyList<(ClaimedReminder Claimed, SendResult Result)> results, IReadOnlyList<DueReminder> stuck)
    {
        var now = time.GetUtcNow();
        List<EventDraft> drafts = [];
        List<SilentOutcome> others = [];
        foreach (var (claimed, result) in results)
        {
            if (result.State == SendState.Uncertain)
            {
                others.Add(new SilentOutcome(claimed, ReminderStates.Uncertain, claimed.Row.NextAt, result.Code));
            }
            else if (result.State == SendState.Later && RetryAt(claimed, result, now) is { } retry)
            {
                others.Add(new SilentOutcome(claimed, ReminderStates.Planned, retry, result.Code));
            }
            else if (claimed.FollowUp is not null && result.State != SendState.Sent)
            {
                // The vocabulary has no word for a follow-up that failed: the next channel, and no event.
                others.Add(new SilentOutcome(claimed, ReminderStates.Planned, now, result.Code, FailsChannel: true));
            }
            else
            {
                drafts.Add(Draft(claimed, result, now));
            }
        }

        drafts.AddRange(stuck.Select(item => GiveUp(item, now)));
        await claims.WriteAsync(others);
        return drafts.Count == 0 || await TellAsync(drafts);
    }

    /// <summary>Null when waiting has no sense any more: the next channel, then.</summary>
    private static DateTimeOffset? RetryAt(ClaimedReminder claimed, SendResult result, DateTimeOffset now)
    {
        var wait = result.RetryAfter ?? TimeSpan.FromMinutes(Math.Pow(2, claimed.Row.Attempts - 1));
        var retry = now + (wait > Least ? wait : Least);
        return claimed.Row.Attempts >= MostAttempts || claimed.Appointment.StartAt - retry < ReminderPlan.LeastUseful ? null : retry;
    }

    private EventDraft Draft(ClaimedReminder claimed, SendResult result, DateTimeOffset now)
    {
        var row = claimed.Row;
        if (result.State == SendState.Sent)
        {
            row.MessageId = result.MessageId;
            if (claimed.FollowUp is not null)
            {
                return FollowUpEvent.Draft(row, claimed.Appointment, claimed.Endpoint.Bot, claimed.Message.Text, followUps.IsAdvertising(row), now);
            }

            return ReminderEvent.Draft(row, claimed.Appointment, EventTypes.ReminderSent, claimed.Endpoint.Bot, claimed.Message.Text, result.Code, isFinal: true, now);
        }

        // A fault of ours or a wait that led nowhere shuts no client's door.
        var isTheirs = result.State == SendState.Unreachable;
        if (result.State == SendState.Misconfigured)
        {
            LogMisconfigured(claimed.Endpoint.Id, result.Code);
        }

        return ReminderEvent.Draft(
            row, claimed.Appointment, EventTypes.ReminderFailed, claimed.Endpoint.Bot, null, isTheirs ? result.Code ?? "unreachable" : ReminderCodes.Misconfigured + result.Code, isFinal: false, now);
    }

    private static EventDraft GiveUp(DueReminder item, DateTimeOffset now)
    {
        var row = item.Row;
        (row.Channel, row.EndpointId, row.Address, row.MessageId) = (null, null, null, null);
        return ReminderEvent.Draft(row, item.Appointment!, EventTypes.ReminderFailed, item.Appointment!.Bot, null, row.Code ?? ReminderCodes.NoChannel, isFinal: true, now);
    }

    private async Task<bool> TellAsync(List<EventDraft> drafts)
    {
        for (var attempt = 1; ; attempt++)
        {
            var outcome = await log.AppendAsync(drafts, CancellationToken.None);
            if (outcome.Succeeded || attempt == MostTellings)
            {
                if (!outcome.Succeeded)
                {
                    LogUntold(drafts.Count, outcome.Refusal.Code);
                }

                return outcome.Succeeded;
            }

            await Task.Delay(TimeSpan.FromSeconds(attempt), time);
        }
    }

    [LoggerMessage(EventId = 4001, Level = LogLevel.Error, Message = "Endpoint {EndpointId} cannot send at all ({Reason}): a person must look at it")]
    private partial void LogMisconfigured(string endpointId, string? reason);

    [LoggerMessage(EventId = 4002, Level = LogLevel.Critical, Message = "What became of {Count} reminders could not be written ({Reason}); after the next start they are uncertain")]
    private partial void LogUntold(int count, string reason);
}
