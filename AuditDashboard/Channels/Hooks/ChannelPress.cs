namespace AuditDashboard.Channels.Hooks;

/// <summary>A button the client pressed: the text is what the button stands for, <c>data.title</c> what was written on it.</summary>
internal static class ChannelPress
{
    public static ChannelEvent Of(ChannelEvent plain, string? payload, string? title) =>
        (plain with { Kind = "button", Text = payload ?? title, Pressed = ReminderButton.Parse(payload) }).Add(("title", title));
}
