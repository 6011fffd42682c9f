using System.Text.Json;
using AuditDashboard.Channels.Hooks;
using AuditDashboard.Events;

namespace AuditDashboard.Channels.GreenApi;

/// <summary>A message of the client or of the salon. Edits, deletions, presses and reactions come under the guise of messages.</summary>
internal static class GreenApiMessage
{
    private static readonly string[] Presses =
        ["buttonsResponseMessage", "interactiveButtonsResponse", "templateButtonReplyMessage", "templateButtonsReplyMessage", "listResponseMessage"];

    public static ChannelEvent Received(ChannelEvent plain, JsonElement root, GreenApiChat chat)
    {
        var sender = ChannelText.Part(root, "senderData");
        var named = plain with
        {
            Type = EventTypes.MessageReceived, Actor = "client",
            ClientName = Filled(sender, "senderName") ?? Filled(sender, "senderContactName") ?? Filled(sender, "chatName"),
        };
        return Read(named, ChannelText.Part(root, "messageData"), chat);
    }

    /// <summary>The names beside a message of ours may be the salon's own; the chat's is the client's.</summary>
    public static ChannelEvent Sent(ChannelEvent plain, JsonElement root, GreenApiChat chat)
    {
        var named = plain with { Type = EventTypes.MessageReceived, ClientName = Filled(ChannelText.Part(root, "senderData"), "chatName") };
        var described = Read(named, ChannelText.Part(root, "messageData"), chat);
        return described.Type == EventTypes.MessageReceived ? described with { Type = EventTypes.MessageSent, Pressed = null }
            : described.Type == EventTypes.ReactionReceived ? ChannelReport.Other(plain, "reaction")
            : described;
    }

    /// <summary>Ids of messages count within a chat only.</summary>
    public static string? IdIn(GreenApiChat chat, string? message) => message is null ? null : chat.Id is null ? message : $"{chat.Id}/{message}";

    private static ChannelEvent Read(ChannelEvent plain, JsonElement message, GreenApiChat chat)
    {
        var type = ChannelText.Of(message, "typeMessage") ?? "";
        var quoted = IdIn(chat, ChannelParts.Id(ChannelText.Part(message, "quotedMessage"), "stanzaId"));
        return type switch
        {
            "editedMessage" => Edited(plain, ChannelText.Part(message, "editedMessageData"), chat),
            "deletedMessage" => plain with
            {
                Type = EventTypes.MessageDeleted, ExternalId = IdIn(chat, ChannelParts.Id(ChannelText.Part(message, "deletedMessageData"), "stanzaId")),
            },
            "reactionMessage" => Reaction(plain with { InReplyTo = quoted }, ChannelText.Part(message, "extendedTextMessageData")),
            _ when Array.Find(Presses, name => ChannelText.Part(message, name).ValueKind == JsonValueKind.Object) is { } press =>
                Press(plain, ChannelText.Part(message, press), chat),
            _ => GreenApiContent.Describe(plain with { InReplyTo = quoted }, message, type),
        };
    }

    private static ChannelEvent Edited(ChannelEvent plain, JsonElement edit, GreenApiChat chat) => plain with
    {
        Type = EventTypes.MessageEdited, Kind = "text", Text = ChannelText.Of(edit, "textMessage") ?? ChannelText.Of(edit, "caption"),
        ExternalId = IdIn(chat, ChannelParts.Id(edit, "stanzaId")),
    };

    private static ChannelEvent Reaction(ChannelEvent plain, JsonElement content)
    {
        var emoji = ChannelText.Of(content, "text");
        return (plain with { Type = EventTypes.ReactionReceived, Text = emoji }).Add(("emoji", emoji));
    }

    /// <summary>The kinds of buttons name the same two things in their own ways.</summary>
    private static ChannelEvent Press(ChannelEvent plain, JsonElement press, GreenApiChat chat) => ChannelPress.Of(
        plain with { InReplyTo = IdIn(chat, ChannelParts.Id(press, "stanzaId")) },
        Word(press, "selectedButtonId") ?? Word(press, "selectedId") ?? Word(press, "singleSelectReply")
            ?? Word(ChannelText.Part(press, "singleSelectReply"), "selectedRowId") ?? Word(press, "buttonId"),
        Word(press, "selectedButtonText") ?? Word(press, "selectedDisplayText") ?? Word(press, "title") ?? Word(press, "buttonText"));

    private static string? Word(JsonElement parent, string name) => Filled(parent, name) ?? ChannelParts.Id(parent, name);

    private static string? Filled(JsonElement parent, string name) => ChannelText.Of(parent, name) is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;
}
