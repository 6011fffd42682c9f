using System.Collections.Frozen;

namespace AuditDashboard.Ingestion.Bodies;

/// <summary>CloudEvents senders put a reverse-DNS prefix before the type (<c>ru.salon.message.received</c>); the log keeps ours without it.</summary>
internal static class EventNames
{
    private static readonly FrozenSet<string> Known = FrozenSet.ToFrozenSet(
        [
            "message.received", "message.sent", "message.edited", "message.deleted", "reaction.received",
            "delivery.sent", "delivery.delivered", "delivery.read", "delivery.failed", "chat.started", "chat.blocked", "chat.unblocked",
            "client.changed", "scenario.entered", "lead.created", "lead.closed",
            "booking.created", "booking.confirmed", "booking.declined", "booking.rescheduled", "booking.cancelled", "booking.attended",
            "booking.no_show", "booking.changed", "payment.received", "payment.refunded", "complaint.opened", "complaint.acknowledged",
            "escalation.requested", "escalation.accepted", "takeover.ended", "session.closed",
            "call.started", "call.answered", "call.ended", "call.missed", "call.recorded", "voice.transcribed",
            "consent.granted", "consent.revoked", "trial.booked", "trial.attended", "trial.bought",
            "reminder.sent", "reminder.answered", "reminder.failed", "followup.sent", "llm.called", "tool.called",
            "release.activated", "release.rolled_back", "release.acked", "intent.labelled", "channel.warning", "error.occurred",
        ], StringComparer.Ordinal);

    /// <summary>The last two parts where they are a type we know, else the type as it came.</summary>
    public static string Bare(string type)
    {
        var last = type.LastIndexOf('.');
        var before = last <= 0 ? -1 : type.LastIndexOf('.', last - 1);
        return before >= 0 && Known.Contains(type[(before + 1)..]) ? type[(before + 1)..] : type;
    }
}
