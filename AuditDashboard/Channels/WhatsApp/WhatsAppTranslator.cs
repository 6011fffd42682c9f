using System.Text.Json;
using AuditDashboard.Channels.Hooks;
using AuditDashboard.Channels.Meta;

namespace AuditDashboard.Channels.WhatsApp;

/// <summary>
/// A body of the Cloud API in our words (channels.md section 2.3). Pure. Every entry, change, message and status counts: one call mixes them, names
/// several numbers of the salon, and repeats what was told before.
/// </summary>
internal static class WhatsAppTranslator
{
    public static readonly string Channel = "whatsapp";

    /// <summary>Of the ids of this channel's events.</summary>
    public static readonly string Prefix = "wa";

    /// <returns>Null where the body is none of Meta's.</returns>
    public static IReadOnlyList<ChannelEvent>? Translate(ReadOnlyMemory<byte> text, DateTimeOffset receivedAt)
    {
        if (MetaBody.Entries(text) is not { } entries)
        {
            return null;
        }

        List<ChannelEvent> events = [];
        foreach (var entry in entries)
        {
            foreach (var change in ChannelParts.List(entry, "changes"))
            {
                events.AddRange(Change(entry, change, receivedAt));
            }
        }

        return events;
    }

    private static IEnumerable<ChannelEvent> Change(JsonElement entry, JsonElement change, DateTimeOffset receivedAt)
    {
        var value = ChannelText.Part(change, "value");
        return ChannelText.Of(change, "field") switch
        {
            "messages" =>
            [
                .. ChannelParts.List(value, "messages").Select(message => WhatsAppMessage.Received(value, message, receivedAt)).OfType<ChannelEvent>(),
                .. ChannelParts.List(value, "statuses").Select(status => WhatsAppStatus.Read(value, status, receivedAt)),
                .. ChannelParts.List(value, "errors").Select(error => WhatsAppNotice.Error(entry, error, receivedAt)),
            ],
            "smb_message_echoes" => ChannelParts.List(value, "message_echoes").Select(echo => WhatsAppMessage.Echo(value, echo, receivedAt)).OfType<ChannelEvent>(),
            var field => [WhatsAppNotice.Read(entry, change, field, receivedAt)],
        };
    }
}
