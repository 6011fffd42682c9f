using AuditDashboard.Events;

namespace AuditDashboard.Channels.Hooks;

/// <summary>A press under a reminder: <c>rem:&lt;ok|no|mv&gt;:&lt;booking id&gt;</c>, the same in every channel (http-api.md section 4).</summary>
/// <param name="EventType">What the press means for the booking.</param>
internal sealed record ReminderButton(string EventType, string BookingId)
{
    /// <summary>A press on «move» is a wish: staff or assistant do the moving.</summary>
    public bool IsWishToMove => EventType == EventTypes.BookingChanged;

    /// <summary>Null where the text is another button's.</summary>
    public static ReminderButton? Parse(string? pressed)
    {
        if (pressed is null || pressed.Length < 8 || !pressed.StartsWith("rem:", StringComparison.Ordinal) || pressed[6] != ':')
        {
            return null;
        }

        var type = pressed[4..6] switch
        {
            "ok" => EventTypes.BookingConfirmed,
            "no" => EventTypes.BookingDeclined,
            "mv" => EventTypes.BookingChanged,
            _ => null,
        };
        return type is null ? null : new ReminderButton(type, pressed[7..]);
    }
}
