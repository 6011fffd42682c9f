using System.Text.Json;
using AuditDashboard.Channels.Hooks;
using AuditDashboard.Events;
using AuditDashboard.Foundation;

namespace AuditDashboard.Channels.WhatsApp;

/// <summary>One message of a client, or one that staff typed on the phone of a coexistence number.</summary>
internal static class WhatsAppMessage
{
    /// <summary>Null where it is no talk with one client (a group).</summary>
    public static ChannelEvent? Received(JsonElement value, JsonElement message, DateTimeOffset receivedAt)
    {
        if (ChannelParts.Has(message, "group_id"))
        {
            return null;
        }

        var plain = Address(Plain("message", value, message, receivedAt), WhatsAppPerson.Sender(value, message)) with { Actor = "client" };
        return plain.ClientId is null
            ? ChannelReport.Other(plain, "message")
            : WhatsAppContent.Describe(plain with { Type = EventTypes.MessageReceived }, message);
    }

    /// <summary>The administrator's own message (<c>smb_message_echoes</c>): sent, by a person.</summary>
    public static ChannelEvent? Echo(JsonElement value, JsonElement echo, DateTimeOffset receivedAt)
    {
        if (ChannelParts.Has(echo, "group_id"))
        {
            return null;
        }

        // The name in the contacts is the client's as the salon saved it; a number found here is the one that was written to.
        var plain = Address(Plain("echo", value, echo, receivedAt), WhatsAppPerson.Recipient(value, echo)) with { Actor = "human" };
        var described = WhatsAppContent.Describe(plain with { Type = EventTypes.MessageReceived }, echo);
        return plain.ClientId is null ? ChannelReport.Other(plain, "echo")
            : described.Type == EventTypes.MessageReceived ? described with { Type = EventTypes.MessageSent, Pressed = null }
            : described.Type == EventTypes.MessageEdited || described.Type == EventTypes.MessageDeleted ? described
            : ChannelReport.Other(plain, "echo");
    }

    private static ChannelEvent Plain(string what, JsonElement value, JsonElement message, DateTimeOffset receivedAt)
    {
        var id = ChannelParts.Id(message, "id");
        var key = id is null ? DedupeKey.Of(WhatsAppTranslator.Prefix, what, "raw", message.GetRawText())
            : what == "message" ? DedupeKey.Of(WhatsAppTranslator.Prefix, id)
            : DedupeKey.Of(WhatsAppTranslator.Prefix, what, id);
        return new ChannelEvent(key, "other", ChannelText.UnixSeconds(message, "timestamp", receivedAt), WhatsAppTranslator.Channel)
        {
            ExternalId = id,
            InReplyTo = ChannelParts.Id(ChannelText.Part(message, "context"), "id"),
            Data = ChannelEvent.Named(("phoneNumberId", ChannelParts.Id(ChannelText.Part(value, "metadata"), "phone_number_id"))),
            Piece = ChannelParts.Raw(message),
        };
    }

    private static ChannelEvent Address(ChannelEvent plain, WhatsAppPerson person) =>
        (plain with { ClientId = person.Address, ClientName = person.Name, ClientPhone = person.Phone }).Add(("userId", person.UserId));
}
