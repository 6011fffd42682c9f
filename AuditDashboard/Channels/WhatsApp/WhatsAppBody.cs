using System.Text.Json;
using AuditDashboard.Channels.Sending;
using AuditDashboard.Foundation;

namespace AuditDashboard.Channels.WhatsApp;

/// <summary>The three shapes of a message to WhatsApp: text, text with reply buttons, template (channels.md section 2.5).</summary>
internal static class WhatsAppBody
{
    private const int MostButtons = 3;
    private const int LongestTitle = 20;
    private const int LongestAboveButtons = 1024;

    public static void WriteText(Utf8JsonWriter json, OutgoingMessage message)
    {
        if (message.Buttons.Count is > 0 and <= MostButtons && message.Text.Length <= LongestAboveButtons)
        {
            WriteButtons(json, message);
            return;
        }

        json.WriteString("type"u8, "text"u8);
        json.WriteStartObject("text"u8);
        json.WriteString("body"u8, AnswerWords.Under(message.Text, message.Buttons));
        json.WriteEndObject();
    }

    /// <summary>Buttons are part of what was approved: here they only get what comes back from them.</summary>
    public static void WriteTemplate(Utf8JsonWriter json, OutgoingTemplate template, IReadOnlyList<AnswerButton> buttons)
    {
        json.WriteString("type"u8, "template"u8);
        json.WriteStartObject("template"u8);
        json.WriteString("name"u8, template.Name);
        json.WriteStartObject("language"u8);
        json.WriteString("code"u8, template.Language);
        json.WriteEndObject();
        json.WriteStartArray("components"u8);
        if (template.Parameters.Count > 0)
        {
            json.WriteStartObject();
            json.WriteString("type"u8, "body"u8);
            json.WriteList("parameters", template.Parameters, value => WriteParameter(json, "text", value));
            json.WriteEndObject();
        }

        for (var i = 0; i < buttons.Count; i++)
        {
            json.WriteStartObject();
            json.WriteString("type"u8, "button"u8);
            json.WriteString("sub_type"u8, "quick_reply"u8);
            json.WriteString("index"u8, ServiceCode.Of(i));
            json.WriteList("parameters", [buttons[i].Data], data => WriteParameter(json, "payload", data));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteButtons(Utf8JsonWriter json, OutgoingMessage message)
    {
        json.WriteString("type"u8, "interactive"u8);
        json.WriteStartObject("interactive"u8);
        json.WriteString("type"u8, "button"u8);
        json.WriteStartObject("body"u8);
        json.WriteString("text"u8, message.Text);
        json.WriteEndObject();
        json.WriteStartObject("action"u8);
        json.WriteList("buttons", message.Buttons, button =>
        {
            json.WriteStartObject();
            json.WriteString("type"u8, "reply"u8);
            json.WriteStartObject("reply"u8);
            json.WriteString("id"u8, button.Data);
            json.WriteString("title"u8, ForeignText.Cut(button.Text, LongestTitle));
            json.WriteEndObject();
            json.WriteEndObject();
        });
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteParameter(Utf8JsonWriter json, string type, string value)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, type);
        json.WriteString(type, value);
        json.WriteEndObject();
    }
}
