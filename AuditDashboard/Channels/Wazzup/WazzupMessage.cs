using System.Text.Json;
using AuditDashboard.Channels.Hooks;
using AuditDashboard.Events;
using AuditDashboard.Foundation;

namespace AuditDashboard.Channels.Wazzup;

/// <summary>One message of a client, of the bot, or of an employee who wrote from the phone or from Wazzup's own window.</summary>
internal static class WazzupMessage
{
    /// <returns>Nothing for a group; two events for a message of ours that could not be delivered.</returns>
    public static IEnumerable<ChannelEvent> Read(JsonElement message, DateTimeOffset receivedAt)
    {
        var chat = WazzupChat.Of(message);
        if (chat.IsGroup)
        {
            return [];
        }

        var plain = Plain(message, chat, receivedAt);
        if (chat.Address is null)
        {
            return [ChannelReport.Other(plain, "message")];
        }

        var status = ChannelText.Of(message, "status");
        var isEcho = ChannelParts.Flag(message, "isEcho");
        var isInbound = status is "inbound" or null && !isEcho;
        var told = Changed(WazzupContent.Describe(plain with { Type = EventTypes.MessageReceived }, message, isInbound), message);
        told = isInbound ? told with { Actor = "client" } : Sent(told, message, isEcho);
        return !isInbound && status == "error" && told.Type == EventTypes.MessageSent ? [told, Failure(plain, message)] : [told];
    }

    private static ChannelEvent Plain(JsonElement message, WazzupChat chat, DateTimeOffset receivedAt)
    {
        var id = ChannelParts.Id(message, "messageId");
        var contact = ChannelText.Part(message, "contact");
        return new ChannelEvent(
            id is null ? DedupeKey.Of(WazzupTranslator.Prefix, "raw", message.GetRawText()) : DedupeKey.Of(WazzupTranslator.Prefix, id),
            "other", ChannelParts.Moment(message, "dateTime", receivedAt), chat.Channel)
        {
            ClientId = chat.Address, ClientPhone = chat.Phone, ClientName = ChannelText.Of(contact, "name") ?? ChannelText.Of(contact, "username"),
            ExternalId = id, InReplyTo = ChannelParts.Id(ChannelText.Part(message, "quotedMessage"), "messageId"),
            Data = ChannelEvent.Named(("channelId", ChannelParts.Id(message, "channelId"))), Piece = ChannelParts.Raw(message),
        };
    }

    /// <summary>A deletion or an edit bears the id of the message it changes, so what it is goes into the key.</summary>
    private static ChannelEvent Changed(ChannelEvent plain, JsonElement message)
    {
        if (ChannelParts.Flag(message, "isDeleted"))
        {
            return plain with
            {
                Id = DedupeKey.Of(WazzupTranslator.Prefix, plain.Id, "deleted"), Type = EventTypes.MessageDeleted, Kind = null, Text = null, Media = null, Pressed = null,
            };
        }

        return ChannelParts.Flag(message, "isEdited")
            ? plain with { Id = DedupeKey.Of(WazzupTranslator.Prefix, plain.Id, "edited", plain.Text), Type = EventTypes.MessageEdited, Pressed = null }
            : plain;
    }

    private static ChannelEvent Sent(ChannelEvent told, JsonElement message, bool isEcho) => (told with
    {
        Type = told.Type == EventTypes.MessageReceived ? EventTypes.MessageSent : told.Type, Actor = isEcho ? "human" : "ai",
    }).Add(("author", isEcho ? ChannelText.Of(message, "authorName") : null));

    private static ChannelEvent Failure(ChannelEvent plain, JsonElement message)
    {
        // The same key as the status of the message, should that come too.
        var key = plain.ExternalId is null ? $"{plain.Id}-failed" : DedupeKey.Of(WazzupTranslator.Prefix, "status", plain.ExternalId, "error");
        return WazzupTranslator.Report(plain with { Id = key }, "error", plain.ExternalId, ChannelText.Part(message, "error"));
    }
}
