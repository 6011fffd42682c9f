using System.Text;

namespace AuditDashboard.Channels.Sending;

/// <summary>What no channel would take is refused before anything is called.</summary>
internal static class MessageGate
{
    /// <summary>Of Telegram, the narrowest (http-api.md section 10).</summary>
    private const int LongestButton = 64;

    /// <summary>The message without half characters, which no encoding can write.</summary>
    public static OutgoingMessage Whole(OutgoingMessage message) => message with
    {
        Text = Whole(message.Text),
        Buttons = [.. message.Buttons.Select(button => button with { Text = Whole(button.Text) })],
        Template = message.Template is { } template ? template with { Parameters = [.. template.Parameters.Select(Whole)] } : null,
    };

    /// <summary>A short word, or null where the message may go.</summary>
    public static string? Refuse(OutgoingMessage message, int longestText) =>
        string.IsNullOrWhiteSpace(message.Text) ? "text-empty"
        : message.Text.Length > longestText ? "text-too-long"
        : message.Buttons.Any(button => string.IsNullOrWhiteSpace(button.Text) || Encoding.UTF8.GetByteCount(button.Data) is 0 or > LongestButton) ? "button-invalid"
        : null;

    private static string Whole(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
