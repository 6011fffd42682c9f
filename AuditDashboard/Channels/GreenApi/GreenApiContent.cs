using System.Text.Json;
using System.Text.RegularExpressions;
using AuditDashboard.Channels.Hooks;
using AuditDashboard.Foundation;

namespace AuditDashboard.Channels.GreenApi;

/// <summary>What a message consists of, by its <c>typeMessage</c>.</summary>
internal static partial class GreenApiContent
{
    public static ChannelEvent Describe(ChannelEvent plain, JsonElement message, string type) => type switch
    {
        "textMessage" => Say(plain, ChannelText.Of(ChannelText.Part(message, "textMessageData"), "textMessage")),
        "extendedTextMessage" or "quotedMessage" => Say(plain, ChannelText.Of(ChannelText.Part(message, "extendedTextMessageData"), "text")),
        "imageMessage" => File(plain, message, "photo"),
        "videoMessage" => File(plain, message, "video"),
        "documentMessage" => File(plain, message, "document"),
        "audioMessage" => File(plain, message, "audio"),
        "stickerMessage" => File(plain, message, "sticker"),
        "locationMessage" => Place(plain, ChannelText.Part(message, "locationMessageData")),
        "contactMessage" => Contact(plain, ChannelText.Part(message, "contactMessageData")),
        "contactsArrayMessage" => Contact(plain, ChannelParts.List(ChannelText.Part(message, "messageData"), "contacts").FirstOrDefault()),
        _ => (plain with { Kind = "unsupported" }).Add(("content", type)),
    };

    /// <summary>
    /// A text the gateway could not decrypt comes as a mark, and again under the same id once it can: so the mark has an id of its own, or the words
    /// would be taken for a repeat.
    /// </summary>
    private static ChannelEvent Say(ChannelEvent plain, string? text) => text is not null && Undecrypted().IsMatch(text)
        ? (plain with { Kind = "unsupported", Id = DedupeKey.Of(GreenApiTranslator.Prefix, "undecrypted", plain.Id) }).Add(("content", "undecrypted"))
        : plain with { Kind = "text", Text = text };

    private static ChannelEvent File(ChannelEvent plain, JsonElement message, string kind)
    {
        var file = ChannelText.Part(message, "fileMessageData");
        var mime = ChannelText.Of(file, "mimeType");
        // Voice messages are Ogg in all three messengers; music is not.
        kind = kind == "audio" && mime?.StartsWith("audio/ogg", StringComparison.OrdinalIgnoreCase) is true ? "voice" : kind;
        return (plain with
        {
            Kind = kind == "voice" ? "voice" : "media",
            Text = ChannelText.Of(file, "caption") is { Length: > 0 } caption ? caption : null,
            Media = new ChannelMedia(kind, ChannelText.Of(file, "downloadUrl"), mime),
        }).Add(("fileName", ChannelText.Of(file, "fileName")));
    }

    private static ChannelEvent Place(ChannelEvent plain, JsonElement place) => (plain with { Kind = "location", Location = ChannelParts.Point(place) })
        .Add(("title", ChannelText.Of(place, "nameLocation")), ("address", ChannelText.Of(place, "address")));

    /// <summary>Somebody else's number: shown to staff, joined to nobody.</summary>
    private static ChannelEvent Contact(ChannelEvent plain, JsonElement contact)
    {
        var phone = VCardPhone().Match(ChannelText.Of(contact, "vcard") ?? "").Groups["phone"].Value.Trim();
        return (plain with { Kind = "contact" }).Add(("contactName", ChannelText.Of(contact, "displayName")), ("contactPhone", phone.Length == 0 ? null : phone));
    }

    [GeneratedRegex(@"^\{\{SWE\d+\}\}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Undecrypted();

    [GeneratedRegex(@"TEL[^:\r\n]*:(?<phone>[+0-9 ()-]{5,30})", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex VCardPhone();
}
