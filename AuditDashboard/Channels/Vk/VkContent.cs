using System.Globalization;
using System.Text.Json;
using AuditDashboard.Channels.Hooks;
using AuditDashboard.Foundation;

namespace AuditDashboard.Channels.Vk;

/// <summary>What a message consists of: text, the first attachment, a place.</summary>
internal static class VkContent
{
    private static readonly string[] Files = ["photo", "video", "audio", "doc", "sticker", "graffiti"];

    public static ChannelEvent Describe(ChannelEvent placed, JsonElement message)
    {
        var text = ChannelText.Of(message, "text");
        placed = placed with { Text = text, Data = ChannelEvent.Named(("ref", ChannelText.Of(message, "ref")), ("refSource", ChannelText.Of(message, "ref_source"))) };
        if (ChannelParts.Point(ChannelText.Part(ChannelText.Part(message, "geo"), "coordinates")) is { } point)
        {
            return placed with { Kind = "location", Location = point };
        }

        var attachment = ChannelParts.List(message, "attachments").FirstOrDefault();
        var type = ChannelText.Of(attachment, "type");
        var about = type is null ? default : ChannelText.Part(attachment, type);
        if (type == "audio_message")
        {
            var said = ChannelText.Of(about, "transcript");
            return placed with
            {
                Kind = "voice", Media = new ChannelMedia("voice", ChannelText.Of(about, "link_ogg") ?? Id(type, about), "audio/ogg", ChannelText.Number(about, "duration")),
                Transcript = string.IsNullOrEmpty(said) ? null : new ChannelTranscript(said, "vk"),
            };
        }

        if (Array.IndexOf(Files, type) >= 0)
        {
            return placed with
            {
                Kind = "media", Media = new ChannelMedia(type == "doc" ? "document" : type!, Id(type!, about), null, ChannelText.Number(about, "duration")),
                Data = ChannelEvent.Named(("sticker", type == "sticker" ? true : null), ("fileName", ChannelText.Of(about, "title"))),
            };
        }

        return type is not null && string.IsNullOrEmpty(text)
            ? placed with { Kind = "unsupported", Data = ChannelEvent.Named(("content", ForeignText.Cut(type, 64))) }
            : Forwarded(placed, message);
    }

    private static ChannelEvent Forwarded(ChannelEvent placed, JsonElement message)
    {
        var first = ChannelParts.List(message, "fwd_messages").FirstOrDefault();
        return string.IsNullOrEmpty(placed.Text) && ChannelText.Of(first, "text") is { Length: > 0 } text
            ? placed with { Kind = "text", Text = text, Data = ChannelEvent.Named(("forwarded", true)) }
            : placed with { Kind = "text" };
    }

    /// <summary>VK's name of a file: <c>photo-1_2</c>.</summary>
    private static string? Id(string type, JsonElement about) =>
        ChannelText.Number(about, "id") is { } id
            ? string.Create(CultureInfo.InvariantCulture, $"{type}{ChannelText.Number(about, "owner_id")}_{id}")
            : ChannelText.Number(about, "sticker_id") is { } sticker ? string.Create(CultureInfo.InvariantCulture, $"sticker_{sticker}") : null;
}
