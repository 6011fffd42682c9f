using System.Text.Json;
using AuditDashboard.Channels.Hooks;
using AuditDashboard.Events;

namespace AuditDashboard.Channels.Instagram;

/// <summary>A message in Direct, of the client or of the salon.</summary>
internal static class InstagramMessage
{
    public static ChannelEvent Read(ChannelEvent plain, JsonElement message, bool isOurs)
    {
        if (ChannelParts.Flag(message, "is_deleted"))
        {
            return InstagramItem.Keyed(plain, message, "deleted") with { Type = EventTypes.MessageDeleted };
        }

        var described = Describe(InstagramItem.Keyed(plain, message) with { Type = EventTypes.MessageReceived, Text = ChannelText.Of(message, "text") }, message);
        return isOurs ? Sent(described, message) : described;
    }

    /// <summary>
    /// An echo that names the application it was sent by is the bot's; else an administrator typed it. (Our own list of sent messages cannot tell:
    /// the echo is often here before the bot has reported what it sent.)
    /// </summary>
    private static ChannelEvent Sent(ChannelEvent described, JsonElement message) => described with
    {
        Type = EventTypes.MessageSent, Actor = ChannelParts.Id(message, "app_id") is null ? "human" : "ai", Pressed = null,
    };

    private static ChannelEvent Describe(ChannelEvent plain, JsonElement message)
    {
        var reply = ChannelText.Part(message, "reply_to");
        var described = (plain with { InReplyTo = ChannelParts.Id(reply, "mid") }).Add(
            ("storyId", ChannelParts.Id(ChannelText.Part(reply, "story"), "id")),
            ("referral", ChannelText.Of(ChannelText.Part(message, "referral"), "ref")));
        if (ChannelText.Of(ChannelText.Part(message, "quick_reply"), "payload") is { } payload)
        {
            return ChannelPress.Of(described, payload, plain.Text);
        }

        var files = ChannelParts.List(message, "attachments").ToList();
        return files.Count > 0 ? File(described, files[0]).Add(("files", files.Count > 1 ? (long)files.Count : null))
            : plain.Text is not null ? described with { Kind = "text" }
            : described with { Kind = "unsupported" };
    }

    /// <summary>A shared post, a story or a reel is a file too; it is named as Instagram names it. Sound in Direct is always a voice message.</summary>
    private static ChannelEvent File(ChannelEvent plain, JsonElement file)
    {
        var payload = ChannelText.Part(file, "payload");
        var kind = ChannelText.Of(file, "type") switch
        {
            "image" => "photo",
            "audio" => "voice",
            { Length: > 0 } type => type,
            _ => "file",
        };
        return (plain with { Kind = kind == "voice" ? "voice" : "media", Media = new ChannelMedia(kind, ChannelText.Of(payload, "url")) })
            .Add(("title", ChannelText.Of(payload, "title")));
    }
}
