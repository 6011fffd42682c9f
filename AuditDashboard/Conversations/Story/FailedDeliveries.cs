using AuditDashboard.Events;

namespace AuditDashboard.Conversations.Story;

/// <summary>A message or reminder named in a <c>delivery.failed</c> has failed too (kpi-notes.md section 2).</summary>
internal static class FailedDeliveries
{
    public static void Mark(IReadOnlyList<StoryEvent> events)
    {
        HashSet<(string Bot, string Name)>? failed = null;
        foreach (var item in events.Where(item => item.Is(EventTypes.DeliveryFailed) && !item.IsImported))
        {
            if (item.Content.InReplyTo is { } named)
            {
                (failed ??= []).Add((item.Stored.Bot, named));
            }
        }

        if (failed is null)
        {
            return;
        }

        foreach (var item in events.Where(item => item.Is(EventTypes.MessageSent) || item.Is(EventTypes.ReminderSent)))
        {
            item.IsFailed = failed.Contains((item.Stored.Bot, item.Content.Id))
                || (item.Content.ExternalId is { } external && failed.Contains((item.Stored.Bot, external)));
        }
    }
}
