using AuditDashboard.Access;
using AuditDashboard.Events;
using AuditDashboard.Foundation;

namespace AuditDashboard.Conversations.Critical;

/// <summary>A person reacts: to a complaint with <c>complaint.acknowledged</c>, to an escalation with <c>escalation.accepted</c>, both in the dialog's own log; to a missed call by hand.</summary>
internal sealed class AnswerCritical(IEventLog log, ISessions sessions, MarkCritical marks, ICurrentViewer viewers, IAccessJournal journal, TimeProvider time)
{
    /// <summary>Refusals: <c>forbidden</c>, <c>busy</c>, <c>storage</c>.</summary>
    public async Task<Refusal?> HandleAsync(long seq, CancellationToken cancel)
    {
        if (await marks.FindAsync(seq, cancel) is not { } row)
        {
            return new Refusal("forbidden");
        }

        await marks.TakeAsync(seq, cancel);
        var dialog = row.SessionId is { } id ? await sessions.FindAsync(id, cancel) : null;
        if (row.Kind == CriticalFold.Call || dialog is null || (dialog.Key is null && dialog.ClientAddress is null))
        {
            // There is no conversation such an event could stand in.
            await marks.CloseAsync(seq, cancel);
            return null;
        }

        var type = row.Kind == CriticalFold.Complaint ? EventTypes.ComplaintAcknowledged : EventTypes.EscalationAccepted;
        var answer = await log.AppendAsync([OwnEvent.InDialog(type, await PlaceAsync(dialog), time)], cancel);
        if (!answer.Succeeded)
        {
            return answer.Refusal;
        }

        await journal.WriteAsync(type, row.Seq.ToString(System.Globalization.CultureInfo.InvariantCulture), null, cancel);
        return null;
    }

    private async Task<OwnEvent.Dialog> PlaceAsync(SessionSummary dialog) =>
        new(dialog.Bot, dialog.Key, dialog.Channel, dialog.ClientAddress, (await viewers.GetAsync()).UserId);
}
