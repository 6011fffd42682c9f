using AuditDashboard.Events;
using AuditDashboard.Foundation;

namespace AuditDashboard.Bitrix24.Sending;

/// <summary>What happened, in the words of a timeline. No names and no phones: whose lead it is, the portal knows.</summary>
internal static class LogWords
{
    public static string Title(string type, EventContent? content) =>
        CrmWords.Find("Log_" + (type == EventTypes.BookingCancelled && content?.DataText("by") is "staff" or "system" ? "booking_cancelled_salon" : type.Replace('.', '_')))
        ?? CrmWords.Get("Log_other", type);

    public static string Text(Delivery delivery, SalonClock clock)
    {
        var content = delivery.Content;
        var parts = new List<string?> { content?.Booking?.Service, content?.Booking?.Staff };
        parts.Add(content?.Booking?.Start is { } start ? clock.Local(start).ToString("d MMMM, HH:mm", CrmWords.Culture) : null);
        parts.Add(content?.Payment is { } paid ? CrmWords.Get("Paid", (paid.AmountKopecks / 100m).ToString("N0", CrmWords.Culture)) : null);
        var told = string.Join(", ", parts.Where(part => !string.IsNullOrWhiteSpace(part)));
        var at = delivery.Event is { } stored ? CrmWords.Get("At", clock.Local(stored.EffectiveAt).ToString("dd.MM.yyyy HH:mm", CrmWords.Culture)) : "";
        return string.Join("\n", new[] { told, at, Marker(delivery) }.Where(line => line.Length > 0));
    }

    /// <summary>By this line a text of ours is known again (bitrix24.md section 4.3).</summary>
    public static string Marker(Delivery delivery) => $"[AD#{delivery.Row.LinkId:x}-{delivery.Row.Position:x}]";
}
