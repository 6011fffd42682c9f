using AuditDashboard.Events;

namespace AuditDashboard.Replay.Reading;

/// <summary>Which lane an event runs in and how it is drawn.</summary>
internal static class EventLooks
{
    private static readonly Dictionary<string, (Lane Lane, ItemLook Look)> Pills = new(StringComparer.Ordinal)
    {
        ["reaction.received"] = (Lane.Client, ItemLook.Plain),
        ["chat.started"] = (Lane.Client, ItemLook.Plain),
        ["chat.blocked"] = (Lane.Client, ItemLook.Trouble),
        ["chat.unblocked"] = (Lane.Client, ItemLook.Plain),
        ["consent.granted"] = (Lane.Client, ItemLook.Plain),
        ["consent.revoked"] = (Lane.Client, ItemLook.Warning),
        ["client.changed"] = (Lane.Actions, ItemLook.Plain),
        ["scenario.entered"] = (Lane.Scenario, ItemLook.Step),
        ["llm.called"] = (Lane.Scenario, ItemLook.Step),
        ["tool.called"] = (Lane.Scenario, ItemLook.Step),
        ["release.activated"] = (Lane.Scenario, ItemLook.Step),
        ["release.rolled_back"] = (Lane.Scenario, ItemLook.Warning),
        ["release.acked"] = (Lane.Scenario, ItemLook.Step),
        ["delivery.sent"] = (Lane.Actions, ItemLook.Plain),
        ["delivery.delivered"] = (Lane.Actions, ItemLook.Plain),
        ["delivery.read"] = (Lane.Actions, ItemLook.Plain),
        ["delivery.failed"] = (Lane.Actions, ItemLook.Trouble),
        ["lead.created"] = (Lane.Actions, ItemLook.Sync),
        ["lead.closed"] = (Lane.Actions, ItemLook.Sync),
        ["lead.linked"] = (Lane.Actions, ItemLook.Sync),
        ["lead.changed"] = (Lane.Actions, ItemLook.Sync),
        ["booking.created"] = (Lane.Actions, ItemLook.Success),
        ["booking.confirmed"] = (Lane.Actions, ItemLook.Success),
        ["booking.attended"] = (Lane.Actions, ItemLook.Success),
        ["booking.declined"] = (Lane.Actions, ItemLook.Warning),
        ["booking.cancelled"] = (Lane.Actions, ItemLook.Warning),
        ["booking.no_show"] = (Lane.Actions, ItemLook.Trouble),
        ["booking.rescheduled"] = (Lane.Actions, ItemLook.Sync),
        ["booking.changed"] = (Lane.Actions, ItemLook.Sync),
        ["payment.received"] = (Lane.Actions, ItemLook.Success),
        ["payment.refunded"] = (Lane.Actions, ItemLook.Warning),
        ["complaint.opened"] = (Lane.Human, ItemLook.Trouble),
        ["complaint.acknowledged"] = (Lane.Human, ItemLook.Plain),
        ["escalation.requested"] = (Lane.Human, ItemLook.Warning),
        ["escalation.accepted"] = (Lane.Human, ItemLook.Warning),
        ["takeover.ended"] = (Lane.Human, ItemLook.Plain),
        ["intent.labelled"] = (Lane.Human, ItemLook.Plain),
        ["session.closed"] = (Lane.Actions, ItemLook.Plain),
        ["call.started"] = (Lane.Call, ItemLook.Plain),
        ["call.answered"] = (Lane.Call, ItemLook.Plain),
        ["call.ended"] = (Lane.Call, ItemLook.Plain),
        ["call.missed"] = (Lane.Call, ItemLook.Trouble),
        ["call.recorded"] = (Lane.Call, ItemLook.Plain),
        ["voice.transcribed"] = (Lane.Actions, ItemLook.Plain),
        ["trial.booked"] = (Lane.Actions, ItemLook.Success),
        ["trial.attended"] = (Lane.Actions, ItemLook.Success),
        ["trial.bought"] = (Lane.Actions, ItemLook.Success),
        ["reminder.sent"] = (Lane.Actions, ItemLook.Sync),
        ["reminder.answered"] = (Lane.Actions, ItemLook.Sync),
        ["reminder.failed"] = (Lane.Actions, ItemLook.Trouble),
        ["followup.sent"] = (Lane.Actions, ItemLook.Sync),
        ["channel.warning"] = (Lane.Actions, ItemLook.Warning),
        ["error.occurred"] = (Lane.Actions, ItemLook.Trouble),
    };

    public static (Lane Lane, ItemLook Look) Of(StoredEvent stored) => stored.Type switch
    {
        "message.received" => (Speaker(stored, Lane.Client), ItemLook.Bubble),
        "message.sent" => (Speaker(stored, Lane.Assistant), ItemLook.Bubble),
        "message.edited" => (Speaker(stored, Lane.Client), ItemLook.Bubble),
        "message.deleted" => (Speaker(stored, Lane.Client), ItemLook.Warning),
        var type => Pills.GetValueOrDefault(type, (Lane.Actions, ItemLook.Other)),
    };

    private static Lane Speaker(StoredEvent stored, Lane usual) => stored.Content?.Actor switch
    {
        "client" => Lane.Client,
        "ai" => Lane.Assistant,
        "human" => Lane.Human,
        _ => usual,
    };
}
