using MudBlazor;

namespace AuditDashboard.Replay.Parts;

/// <summary>A shape for every kind of event, so that colour is never alone.</summary>
internal static class PillIcons
{
    public static string Of(TimelineItem item) => item.Event.Type.Split('.')[0] switch
    {
        "scenario" => Icons.Material.Outlined.AltRoute,
        "llm" or "tool" => Icons.Material.Outlined.Memory,
        "release" => Icons.Material.Outlined.RocketLaunch,
        "booking" or "trial" => item.Look == ItemLook.Success ? Icons.Material.Outlined.EventAvailable : Icons.Material.Outlined.EditCalendar,
        "lead" => Icons.Material.Outlined.Sync,
        "payment" => Icons.Material.Outlined.Payments,
        "reminder" or "followup" => Icons.Material.Outlined.NotificationsNone,
        "complaint" or "error" or "channel" => Icons.Material.Outlined.WarningAmber,
        "escalation" or "takeover" or "intent" => Icons.Material.Outlined.SupportAgent,
        "call" => Icons.Material.Outlined.Call,
        "voice" => Icons.Material.Outlined.Mic,
        "reaction" => Icons.Material.Outlined.AddReaction,
        "message" => Icons.Material.Outlined.DeleteOutline,
        "delivery" => item.Look == ItemLook.Trouble ? Icons.Material.Outlined.ErrorOutline : Icons.Material.Outlined.DoneAll,
        "session" => Icons.Material.Outlined.TaskAlt,
        "chat" or "client" or "consent" => Icons.Material.Outlined.PersonOutline,
        _ => Icons.Material.Outlined.DataObject,
    };
}
