using AuditDashboard.Bitrix24.Client;
using AuditDashboard.Bitrix24.Outbox;

namespace AuditDashboard.Bitrix24.Sending;

/// <summary>What a try means for the row (bitrix24.md section 15): done, again, looked for, or a person's.</summary>
internal sealed class JudgeDelivery(CallLimits limits, TimeProvider time)
{
    // Nothing of the portal shows these to whoever asks: they can be repeated once, or left to a person.
    private static readonly HashSet<string> Unreadable = [Deliveries.Log, Deliveries.Todo];

    public void Apply(OutboxRow row, Delivered ended)
    {
        var now = time.GetUtcNow();
        switch (ended)
        {
            case { End: DeliveryEnd.Done or DeliveryEnd.Nothing }:
                (row.State, row.EndedAt, row.PortalId) = (OutboxRow.Done, now, ended.PortalId ?? row.PortalId);
                (row.Code, row.Words) = (ended.End == DeliveryEnd.Nothing ? "nothing" : null, null);
                break;
            case { End: DeliveryEnd.NotThereYet }:
                (row.State, row.Checks, row.DueAt) = (OutboxRow.Unknown, row.Checks + 1, now + Backoff.SecondLook);
                row.DueAt = row.Checks >= 2 ? now : row.DueAt;
                break;
            case { End: DeliveryEnd.Gone }:
                End(row, "gone", "", now);
                break;
            case { Answer: { } answer }:
                Failed(row, answer, ended.End == DeliveryEnd.WriteFailed, now);
                break;
        }
    }

    private void Failed(OutboxRow row, BitrixAnswer answer, bool wasWrite, DateTimeOffset now)
    {
        if (answer.Kind != AnswerKind.Wait)
        {
            (row.Code, row.Words) = (answer.Code, answer.Words);
        }

        switch (answer.Kind)
        {
            case AnswerKind.Wait:
                row.DueAt = now + Short(answer.RetryAfter);
                break;
            case AnswerKind.RateLimit or AnswerKind.OperationLimit or AnswerKind.Blocked:
                // Nothing was done and the row is not to blame: the limits and the portal's state say when.
                row.DueAt = now;
                break;
            case AnswerKind.Refused or AnswerKind.NotFound or AnswerKind.Feature:
                End(row, answer.Code, answer.Words, now);
                break;
            case AnswerKind.Ambiguous when wasWrite:
                Doubt(row, now);
                break;
            default:
                Again(row, now);
                break;
        }
    }

    private void Doubt(OutboxRow row, DateTimeOffset now)
    {
        if (Unreadable.Contains(row.Kind) && row.IsRepeated)
        {
            End(row, "uncertain", row.Words ?? "", now);
            return;
        }

        row.IsRepeated = Unreadable.Contains(row.Kind) || row.IsRepeated;
        (row.State, row.Checks) = (OutboxRow.Unknown, 0);
        Again(row, now);
    }

    private void Again(OutboxRow row, DateTimeOffset now)
    {
        // While nobody answers at all, nothing is anybody's own fault.
        row.Attempts += limits.IsSilent ? 0 : 1;
        row.DueAt = now + (row.State == OutboxRow.Unknown && row.Attempts <= 1 ? Backoff.FirstLook : Backoff.After(Math.Max(0, row.Attempts - 1)));
        if (row.Attempts >= Backoff.MostAttempts || (!limits.IsSilent && now - row.CreatedAt > Backoff.Oldest && row.Attempts >= 2))
        {
            End(row, row.Code ?? "unknown", row.Words ?? "", now);
        }
    }

    private static void End(OutboxRow row, string code, string words, DateTimeOffset now) =>
        (row.State, row.EndedAt, row.Code, row.Words) = (OutboxRow.Dead, now, code, words);

    /// <summary>Never so short that the moment, kept in whole milliseconds, is past before the wait is: the row would be taken up again and again.</summary>
    private static TimeSpan Short(TimeSpan? wait) => wait is not { } known || known > Backoff.LongestPause ? Backoff.FirstLook : known > Backoff.ShortestPause ? known : Backoff.ShortestPause;
}
