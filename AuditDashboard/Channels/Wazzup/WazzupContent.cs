using System.Text.Json;
using AuditDashboard.Channels.Hooks;
using AuditDashboard.Events;

namespace AuditDashboard.Channels.Wazzup;

/// <summary>What a message consists of, by its <c>type</c>. A missed call is told as a message too.</summary>
internal static class WazzupContent
{
    public static ChannelEvent Describe(ChannelEvent plain, JsonElement message, bool isInbound)
    {
        var said = plain with { Text = ChannelText.Of(message, "text") };
        if (isInbound && Pressed(message) is { } payload)
        {
            return ChannelPress.Of(said, payload, said.Text);
        }

        return ChannelText.Of(message, "type") switch
        {
            "text" or "wapi_template" => said with { Kind = "text" },
            "image" => File(said, message, "photo"),
            "audio" => File(said, message, "voice"),
            "video" => File(said, message, "video"),
            "document" => File(said, message, "document"),
            "vcard" => said with { Kind = "contact" },
            "geo" => said with { Kind = "location" },
            "missing_call" => said with { Type = EventTypes.CallMissed },
            var type => (said with { Kind = "unsupported" }).Add(("content", type)),
        };
    }

    private static ChannelEvent File(ChannelEvent said, JsonElement message, string kind) => said with
    {
        Kind = kind == "voice" ? "voice" : "media", Media = new ChannelMedia(kind, ChannelText.Of(message, "contentUri")),
    };

    /// <summary>What the pressed button stands for. Wazzup does not document the shape; these are WhatsApp's and its own.</summary>
    private static string? Pressed(JsonElement message)
    {
        var interactive = ChannelText.Part(message, "interactive");
        interactive = interactive.ValueKind == JsonValueKind.Object ? interactive : ChannelParts.List(message, "interactive").FirstOrDefault();
        return ChannelText.Of(interactive, "payload") ?? ChannelText.Of(ChannelText.Part(interactive, "button_reply"), "id")
            ?? ChannelText.Of(ChannelText.Part(interactive, "list_reply"), "id") ?? ChannelText.Of(interactive, "id");
    }
}
