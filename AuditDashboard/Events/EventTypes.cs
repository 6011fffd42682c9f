namespace AuditDashboard.Events;

/// <summary>The vocabulary of http-api.md section 2. A type that is not here is stored as it came and shown as "other".</summary>
public static class EventTypes
{
    public static readonly string MessageReceived = "message.received";
    public static readonly string MessageSent = "message.sent";
    public static readonly string MessageEdited = "message.edited";
    public static readonly string MessageDeleted = "message.deleted";
    public static readonly string ReactionReceived = "reaction.received";
    public static readonly string DeliveryFailed = "delivery.failed";
    public static readonly string ChatStarted = "chat.started";
    public static readonly string ChatBlocked = "chat.blocked";
    public static readonly string ChatUnblocked = "chat.unblocked";
    public static readonly string ClientChanged = "client.changed";
    public static readonly string ScenarioEntered = "scenario.entered";
    public static readonly string LeadCreated = "lead.created";
    public static readonly string LeadClosed = "lead.closed";
    public static readonly string BookingCreated = "booking.created";
    public static readonly string BookingConfirmed = "booking.confirmed";
    public static readonly string BookingDeclined = "booking.declined";
    public static readonly string BookingRescheduled = "booking.rescheduled";
    public static readonly string BookingCancelled = "booking.cancelled";
    public static readonly string BookingChanged = "booking.changed";
    public static readonly string BookingAttended = "booking.attended";
    public static readonly string BookingNoShow = "booking.no_show";
    public static readonly string PaymentReceived = "payment.received";
    public static readonly string ComplaintOpened = "complaint.opened";
    public static readonly string ComplaintAcknowledged = "complaint.acknowledged";
    public static readonly string EscalationRequested = "escalation.requested";
    public static readonly string EscalationAccepted = "escalation.accepted";
    public static readonly string TakeoverEnded = "takeover.ended";
    public static readonly string SessionClosed = "session.closed";
    public static readonly string CallStarted = "call.started";
    public static readonly string CallAnswered = "call.answered";
    public static readonly string CallEnded = "call.ended";
    public static readonly string CallMissed = "call.missed";
    public static readonly string ConsentGranted = "consent.granted";
    public static readonly string ConsentRevoked = "consent.revoked";
    public static readonly string TrialBooked = "trial.booked";
    public static readonly string TrialAttended = "trial.attended";
    public static readonly string TrialBought = "trial.bought";
    public static readonly string ReminderSent = "reminder.sent";
    public static readonly string ReminderFailed = "reminder.failed";
    public static readonly string FollowUpSent = "followup.sent";
    public static readonly string ChannelWarning = "channel.warning";
    public static readonly string ToolCalled = "tool.called";
    public static readonly string ErrorOccurred = "error.occurred";
    public static readonly string ReleaseActivated = "release.activated";
    public static readonly string ReleaseRolledBack = "release.rolled_back";
    public static readonly string SettingsChanged = "settings.changed";
    public static readonly string AccessViewed = "access.viewed";
    public static readonly string ExportMade = "export.made";
    public static readonly string LogCheckpoint = "log.checkpoint";

    /// <summary>A person is about to be forgotten: <c>data.indices</c> are the leaves that lose their content, as ranges.</summary>
    public static readonly string ClientErased = "client.erased";

    /// <summary>The same of a run of retention.</summary>
    public static readonly string RetentionBegun = "retention.begun";

    /// <summary>The app's own events whose <c>data.indices</c> name leaves without content; the reports did so before the announcements did.</summary>
    public static readonly IReadOnlySet<string> NameLeaves = new HashSet<string>(StringComparer.Ordinal) { ClientErased, RetentionBegun, "erasure.performed", "retention.performed" };

    /// <summary>Types that open an episode of a session and keep it alive (kpi-notes.md section 2, "Activity").</summary>
    public static readonly IReadOnlySet<string> Activity = new HashSet<string>(StringComparer.Ordinal)
    {
        MessageReceived, MessageSent, ReminderSent, FollowUpSent, ChatStarted, CallStarted, CallAnswered, CallEnded, CallMissed,
    };
}
