using System.Text.Json;
using AuditDashboard.Events;

namespace AuditDashboard.Channels.Hooks;

/// <summary>A press under a reminder: <c>rem:&lt;ok|no|mv&gt;:&lt;booking id&gt;</c>, the same in every channel (http-api.md section 4).</summary>
/// <param name="EventType">What the press means for the booking.</param>
internal sealed record ReminderButton(string EventType, string BookingId)
{
    /// <summary>A press on «move» is a wish: staff or assistant do the moving.</summary>
    public bool IsWishToMove => EventType == EventTypes.BookingChanged;

    /// <summary>The press in the one form all readers of the log know, whatever form the channel gave it.</summary>
    public string Payload => $"rem:{(IsWishToMove ? "mv" : EventType == EventTypes.BookingConfirmed ? "ok" : "no")}:{BookingId}";

    /// <summary>Null where the text is another button's.</summary>
    public static ReminderButton? Parse(string? pressed) =>
        pressed is null || pressed.Length < 8 || !pressed.StartsWith("rem:", StringComparison.Ordinal) || pressed[6] != ':'
            ? null
            : Of(pressed[4..6], pressed[7..]);

    /// <summary>VK's object form of the same: <c>{"cmd":"rem","a":"ok|no|mv","id":…}</c>; null where it is another button's.</summary>
    public static ReminderButton? Parse(JsonElement pressed) => pressed.ValueKind switch
    {
        JsonValueKind.String => Parse(ChannelText.Of(pressed)),
        JsonValueKind.Object when ChannelText.Of(pressed, "cmd") == "rem" && ChannelParts.Id(pressed, "id") is { } booking => Of(ChannelText.Of(pressed, "a"), booking),
        _ => null,
    };

    private static ReminderButton? Of(string? word, string booking) => word switch
    {
        "ok" => new ReminderButton(EventTypes.BookingConfirmed, booking),
        "no" => new ReminderButton(EventTypes.BookingDeclined, booking),
        "mv" => new ReminderButton(EventTypes.BookingChanged, booking),
        _ => null,
    };
}
