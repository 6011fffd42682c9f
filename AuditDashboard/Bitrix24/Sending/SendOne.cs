using AuditDashboard.Bitrix24.Outbox;
using AuditDashboard.Bitrix24.Portal;

namespace AuditDashboard.Bitrix24.Sending;

/// <summary>Takes one thing to the portal and writes down what came of it.</summary>
internal sealed partial class SendOne(PortalStore portal, DeliveryKinds kinds, OutboxQueue queue, JudgeDelivery judge, TellLog tell, ILogger<SendOne> logger)
{
    public async Task HandleAsync(OutboxRow row, CancellationToken cancel)
    {
        if (portal.Current is not { Blocked: null } connected || await queue.LinkAsync(row.LinkId, cancel) is not { } link)
        {
            return;
        }

        var (state, known) = (row.State, link.State);
        var delivery = new Delivery(row, link, await kinds.Contents.EventAsync(row.Seq, cancel), connected);
        try
        {
            var ended = await TryAsync(delivery, cancel);
            row.State = state;
            judge.Apply(row, ended);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            LogFault(problem.GetType().Name, row.Kind, row.LinkId);
            row.State = row.State == OutboxRow.Sending ? OutboxRow.Unknown : state;
            judge.Apply(row, Delivered.ReadFailed(Client.BitrixAnswer.Failed(Client.AnswerKind.Ambiguous, "internal")));
        }

        if (!await queue.SaveAsync(row, link, cancel))
        {
            return;
        }

        if (known != "linked" && link.State == "linked")
        {
            await tell.LinkedAsync(link, cancel);
        }

        if (row.State == OutboxRow.Dead)
        {
            LogDead(row.Kind, row.LinkId, row.Code);
        }

        kinds.Changed.Send(new BitrixChanged());
    }

    private async Task<Delivered> TryAsync(Delivery delivery, CancellationToken cancel)
    {
        if (delivery.Link.State is "gone" or "skipped" && delivery.Row.Kind != Deliveries.Lead)
        {
            return Delivered.Gone;
        }

        var kind = kinds.Of(delivery.Row.Kind);
        var ended = await kind.HandleAsync(delivery, cancel);
        return ended.End == DeliveryEnd.Gone && await kinds.Relink.HandleAsync(delivery, cancel) ? await kind.HandleAsync(delivery, cancel) : ended;
    }

    // Only the type of what was thrown: its message may carry what does not belong into a log.
    [LoggerMessage(EventId = 4111, Level = LogLevel.Error, Message = "{Problem} while a {Kind} of lead {LinkId} was sent")]
    private partial void LogFault(string problem, string kind, long linkId);

    [LoggerMessage(EventId = 4112, Level = LogLevel.Warning, Message = "The portal does not take a {Kind} of lead {LinkId}: {Answer}")]
    private partial void LogDead(string kind, long linkId, string? answer);
}
