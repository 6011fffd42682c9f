using System.Buffers;
using System.Text;
using System.Text.Json;
using AuditDashboard.Channels.Hooks;
using AuditDashboard.Channels.Sending;
using AuditDashboard.Foundation;

namespace AuditDashboard.Channels.Vk;

/// <summary>What VK takes as JSON inside a form: keyboards under a message, and what a press shows.</summary>
internal static class VkKeyboard
{
    private const int LongestLabel = 40;
    private const int LongestSnackbar = 90;

    public static string Of(IReadOnlyList<AnswerButton> buttons) => Write(json =>
    {
        json.WriteBoolean("inline"u8, true);
        json.WriteList("buttons", ButtonRows.Of(buttons), row =>
        {
            json.WriteStartArray();
            foreach (var button in row)
            {
                json.WriteStartObject();
                json.WriteStartObject("action"u8);
                json.WriteString("type"u8, "callback"u8);
                json.WriteString("label"u8, ForeignText.Cut(button.Text, LongestLabel));
                json.WriteString("payload"u8, Payload(button.Data));
                json.WriteEndObject();
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    });

    public static string Snackbar(string notice) => Write(json =>
    {
        json.WriteString("type"u8, "show_snackbar"u8);
        json.WriteString("text"u8, ForeignText.Cut(notice, LongestSnackbar));
    });

    /// <summary>A payload is JSON itself: a reminder's press has the object form of http-api.md section 4, any other is a JSON string.</summary>
    private static string Payload(string data) => ReminderButton.Parse(data) is not { } reminder ? JsonSerializer.Serialize(data) : Write(json =>
    {
        json.WriteString("cmd"u8, "rem"u8);
        json.WriteString("a"u8, reminder.Payload.AsSpan(4, 2));
        json.WriteString("id"u8, reminder.BookingId);
    });

    private static string Write(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using var json = new Utf8JsonWriter(buffer, Problem.Json);
        json.WriteStartObject();
        members(json);
        json.WriteEndObject();
        json.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
