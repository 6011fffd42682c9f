using System.Text.Json;
using AuditDashboard.Channels.Hooks;

namespace AuditDashboard.Channels.Telegram;

/// <summary>What a message consists of: its kind, text, media, place, contact.</summary>
internal static class TelegramContent
{
    private static readonly string[] Files = ["video", "video_note", "audio", "animation", "document", "sticker"];
    private static readonly string[] Unsupported = ["poll", "dice", "game", "story", "invoice", "paid_media", "gift", "giveaway", "checklist"];

    /// <summary>Adds the content to the event; null where the message is a notice of the messenger itself (somebody joined, something was pinned).</summary>
    public static ChannelEvent? Describe(ChannelEvent plain, JsonElement message)
    {
        var described = plain with { Text = ChannelText.Of(message, "text") ?? ChannelText.Of(message, "caption") };
        if (message.TryGetProperty("text", out _))
        {
            return Phone(described with { Kind = "text" }, message, "entities");
        }

        if (Media(message) is { } media)
        {
            return Phone(described with { Kind = media.Kind == "voice" ? "voice" : "media", Media = media }, message, "caption_entities");
        }

        if (ChannelText.Part(message, "contact") is { ValueKind: JsonValueKind.Object } contact)
        {
            return Contact(described with { Kind = "contact" }, message, contact);
        }

        var venue = ChannelText.Part(message, "venue");
        var place = venue.ValueKind == JsonValueKind.Object ? ChannelText.Part(venue, "location") : ChannelText.Part(message, "location");
        if (place.ValueKind == JsonValueKind.Object)
        {
            return described with { Kind = "location", Location = ChannelParts.Point(place), Data = ChannelEvent.Named(("title", ChannelText.Of(venue, "title")), ("address", ChannelText.Of(venue, "address"))) };
        }

        return Array.Find(Unsupported, name => message.TryGetProperty(name, out _)) is { } odd
            ? described with { Kind = "unsupported", Data = ChannelEvent.Named(("content", odd)) }
            : null;
    }

    private static ChannelMedia? Media(JsonElement message)
    {
        if (ChannelText.Part(message, "voice") is { ValueKind: JsonValueKind.Object } voice)
        {
            return File("voice", voice);
        }

        if (message.TryGetProperty("photo", out var sizes) && sizes.ValueKind == JsonValueKind.Array)
        {
            var largest = sizes.EnumerateArray().OrderByDescending(size => ChannelText.Number(size, "width") * ChannelText.Number(size, "height") ?? 0).FirstOrDefault();
            return new ChannelMedia("photo", ChannelText.Of(largest, "file_id"));
        }

        return Array.Find(Files, name => ChannelText.Part(message, name).ValueKind == JsonValueKind.Object) is { } kind
            ? File(kind, ChannelText.Part(message, kind))
            : null;
    }

    private static ChannelMedia File(string kind, JsonElement file) =>
        new(kind, ChannelText.Of(file, "file_id"), ChannelText.Of(file, "mime_type"), ChannelText.Number(file, "duration"));

    /// <summary>Only a contact the client shares of themselves is their number; anybody else's stays in <c>data</c> and joins nobody.</summary>
    private static ChannelEvent Contact(ChannelEvent described, JsonElement message, JsonElement contact)
    {
        var phone = ChannelText.Of(contact, "phone_number");
        phone = phone is { Length: > 0 } && phone[0] != '+' ? "+" + phone : phone;
        var isOwn = ChannelText.Number(contact, "user_id") is { } owner && owner == ChannelText.Number(ChannelText.Part(message, "from"), "id");
        return isOwn
            ? described with { ClientPhone = phone }
            : described with { Data = ChannelEvent.Named(("contactPhone", phone), ("contactName", TelegramPerson.Name(contact))) };
    }

    /// <summary>A phone the client typed: shown to staff, joined to nobody. Offsets count UTF-16 units, as C# strings do.</summary>
    private static ChannelEvent Phone(ChannelEvent described, JsonElement message, string entities)
    {
        if (described.Text is not { } text || !message.TryGetProperty(entities, out var list) || list.ValueKind != JsonValueKind.Array)
        {
            return described;
        }

        foreach (var entity in list.EnumerateArray())
        {
            if (ChannelText.Of(entity, "type") == "phone_number" && ChannelText.Number(entity, "offset") is { } start and >= 0
                && ChannelText.Number(entity, "length") is { } length and > 0 && start + length <= text.Length)
            {
                return described with { Data = ChannelEvent.Named(("foundPhone", text.Substring((int)start, (int)length))) };
            }
        }

        return described;
    }
}
