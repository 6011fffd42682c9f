using System.Text.Json;
using AuditDashboard.Channels.Hooks;
using AuditDashboard.Foundation;

namespace AuditDashboard.Channels.Max;

/// <summary>What a message consists of: text, the first attachment that says something, the message it answers.</summary>
internal static class MaxContent
{
    /// <summary>The message that is answered; null where none is.</summary>
    public static string? RepliesTo(JsonElement message)
    {
        var link = ChannelText.Part(message, "link");
        return ChannelText.Of(link, "type") == "reply" ? ChannelText.Word(ChannelText.Part(link, "message"), "mid") : null;
    }

    public static ChannelEvent Describe(ChannelEvent placed, JsonElement message, string? botToken)
    {
        var body = ChannelText.Part(message, "body");
        var text = ChannelText.Of(body, "text");
        var attachments = ChannelParts.List(body, "attachments").Where(attachment => ChannelText.Of(attachment, "type") is not ("inline_keyboard" or null)).ToList();
        if (attachments.Count == 0 && string.IsNullOrEmpty(text) && Forwarded(message) is { } forwarded)
        {
            return placed with { Kind = "text", Text = ChannelText.Of(forwarded, "text"), Data = ChannelEvent.Named(("forwarded", true)) };
        }

        placed = placed with { Text = text };
        if (attachments.Count == 0)
        {
            return placed with { Kind = text is null ? "unsupported" : "text" };
        }

        var described = Attachment(placed, attachments[0], message, botToken);
        return attachments.Count == 1 ? described : described with { Data = With(described.Data, "attachments", (long)attachments.Count) };
    }

    private static ChannelEvent Attachment(ChannelEvent placed, JsonElement attachment, JsonElement message, string? botToken)
    {
        var (kind, payload) = (ChannelText.Of(attachment, "type")!, ChannelText.Part(attachment, "payload"));
        var file = ChannelText.Word(payload, "token") ?? ChannelText.Word(payload, "photo_id") ?? ChannelText.Of(payload, "url");
        switch (kind)
        {
            case "audio":
                var said = ChannelText.Of(attachment, "transcription");
                return placed with
                {
                    Kind = "voice", Media = new ChannelMedia("voice", file), Transcript = string.IsNullOrEmpty(said) ? null : new ChannelTranscript(said, "max"),
                };
            case "image" or "video" or "file" or "sticker":
                return placed with
                {
                    Kind = "media", Media = new ChannelMedia(kind == "image" ? "photo" : kind == "file" ? "document" : kind, file),
                    Data = ChannelEvent.Named(("fileName", ChannelText.Of(attachment, "filename")), ("sticker", kind == "sticker" ? true : null)),
                };
            case "contact":
                return MaxContact.Describe(placed with { Kind = "contact" }, payload, message, botToken);
            case "location":
                return placed with { Kind = "location", Location = ChannelParts.Point(attachment) ?? ChannelParts.Point(payload) };
            case "share" when placed.Text is { Length: > 0 }:
                return placed with { Kind = "text", Data = ChannelEvent.Named(("link", ChannelText.Of(payload, "url"))) };
            default:
                return placed with { Kind = "unsupported", Data = ChannelEvent.Named(("content", ForeignText.Cut(kind, 64)), ("link", ChannelText.Of(payload, "url"))) };
        }
    }

    private static JsonElement? Forwarded(JsonElement message)
    {
        var link = ChannelText.Part(message, "link");
        return ChannelText.Of(link, "type") == "forward" && ChannelText.Part(link, "message") is { ValueKind: JsonValueKind.Object } forwarded ? forwarded : null;
    }

    private static Dictionary<string, object> With(IReadOnlyDictionary<string, object> data, string name, object value) => new(data) { [name] = value };
}
