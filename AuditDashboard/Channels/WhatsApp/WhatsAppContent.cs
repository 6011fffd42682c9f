using System.Text.Json;
using AuditDashboard.Channels.Hooks;
using AuditDashboard.Events;

namespace AuditDashboard.Channels.WhatsApp;

/// <summary>What a message says, by its <c>type</c> (channels.md section 2.3). A type nobody knows is still a client who wrote: <c>unsupported</c>.</summary>
internal static class WhatsAppContent
{
    public static ChannelEvent Describe(ChannelEvent plain, JsonElement message)
    {
        var type = ChannelText.Of(message, "type") ?? "";
        var content = ChannelText.Part(message, type);
        return type switch
        {
            "interactive" => Interactive(plain, content),
            "button" => ChannelPress.Of(plain, ChannelText.Of(content, "payload"), ChannelText.Of(content, "text")),
            "reaction" => Reaction(plain, content),
            "system" => Notice(plain, content),
            "request_welcome" => plain with { Type = EventTypes.ChatStarted },
            "revoke" => plain with { Type = EventTypes.MessageDeleted, ExternalId = ChannelParts.Id(content, "original_message_id"), InReplyTo = null },
            "edit" => Edit(plain, content),
            _ => Say(plain, message, type, content).Add(("referral", ChannelParts.Id(ChannelText.Part(message, "referral"), "source_id"))),
        };
    }

    /// <summary>Content that stands for itself, and so may also be what an edit made of a message.</summary>
    private static ChannelEvent Say(ChannelEvent plain, JsonElement message, string type, JsonElement content) => type switch
    {
        "text" => plain with { Kind = "text", Text = ChannelText.Of(content, "body") },
        "image" => File(plain, "photo", content),
        "video" or "document" or "sticker" => File(plain, type, content),
        "audio" => File(plain, ChannelParts.Flag(content, "voice") ? "voice" : "audio", content),
        "location" => (plain with { Kind = "location", Location = ChannelParts.Point(content) })
            .Add(("title", ChannelText.Of(content, "name")), ("address", ChannelText.Of(content, "address"))),
        "contacts" => Contact(plain, message),
        "order" => (plain with { Kind = "order", Text = ChannelText.Of(content, "text") })
            .Add(("catalog", ChannelParts.Id(content, "catalog_id")), ("items", ChannelParts.List(content, "product_items").LongCount())),
        _ => (plain with { Kind = "unsupported" })
            .Add(("content", type), ("code", ChannelText.Number(ChannelParts.List(message, "errors").FirstOrDefault(), "code"))),
    };

    private static ChannelEvent File(ChannelEvent plain, string kind, JsonElement file) => (plain with
    {
        Kind = kind == "voice" ? "voice" : "media",
        Text = ChannelText.Of(file, "caption"),
        Media = new ChannelMedia(kind, ChannelParts.Id(file, "id"), ChannelText.Of(file, "mime_type")),
    }).Add(("fileName", ChannelText.Of(file, "filename")));

    private static ChannelEvent Interactive(ChannelEvent plain, JsonElement content)
    {
        var type = ChannelText.Of(content, "type") ?? "";
        var reply = ChannelText.Part(content, type);
        return type == "nfm_reply"
            ? (plain with { Kind = "button", Text = ChannelText.Of(reply, "body") })
                .Add(("form", ChannelText.Of(reply, "name")), ("response", ChannelText.Of(reply, "response_json")))
            : ChannelPress.Of(plain, ChannelText.Of(reply, "id"), ChannelText.Of(reply, "title"));
    }

    private static ChannelEvent Reaction(ChannelEvent plain, JsonElement content)
    {
        var emoji = ChannelText.Of(content, "emoji");
        return (plain with { Type = EventTypes.ReactionReceived, Text = emoji, InReplyTo = ChannelParts.Id(content, "message_id") }).Add(("emoji", emoji));
    }

    /// <summary>Somebody else's number: shown to staff, joined to nobody.</summary>
    private static ChannelEvent Contact(ChannelEvent plain, JsonElement message)
    {
        var contact = ChannelParts.List(message, "contacts").FirstOrDefault();
        var phone = ChannelParts.List(contact, "phones").FirstOrDefault();
        return (plain with { Kind = "contact" }).Add(
            ("contactName", ChannelText.Of(ChannelText.Part(contact, "name"), "formatted_name")),
            ("contactPhone", ChannelParts.Phone(ChannelParts.Id(phone, "wa_id")) ?? ChannelText.Of(phone, "phone")));
    }

    private static ChannelEvent Edit(ChannelEvent plain, JsonElement edit)
    {
        var message = ChannelText.Part(edit, "message");
        var type = ChannelText.Of(message, "type") ?? "";
        return Say(plain, message, type, ChannelText.Part(message, type)) with
        {
            Type = EventTypes.MessageEdited, ExternalId = ChannelParts.Id(edit, "original_message_id"), InReplyTo = null,
        };
    }

    /// <summary>A client who took another number goes on under it; who they were stays in the event's own address.</summary>
    private static ChannelEvent Notice(ChannelEvent plain, JsonElement content)
    {
        var type = ChannelText.Of(content, "type");
        if (type is not ("user_changed_number" or "user_changed_user_id"))
        {
            return ChannelReport.Other(plain, "system").Add(("notice", type));
        }

        var (number, userId) = (ChannelParts.Id(content, "wa_id") ?? ChannelParts.Id(content, "new_wa_id"), ChannelParts.Id(content, "user_id"));
        return (plain with { Type = EventTypes.ClientChanged })
            .Add(("change", "number"), ("newAddress", WhatsAppPerson.AddressOf(number, userId)), ("newPhone", ChannelParts.Phone(number)));
    }
}
