using System.Text.Json;

namespace AuditDashboard.Channels.Hooks;

/// <summary>A file the client sent; the channel keeps it under <paramref name="FileId"/>.</summary>
/// <param name="Kind">photo | video | video_note | audio | voice | document | sticker | animation …</param>
internal sealed record ChannelMedia(string Kind, string? FileId, string? Mime = null, long? DurationSeconds = null)
{
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("media"u8);
        ChannelEvent.Write(json, "kind", Kind, 64);
        ChannelEvent.Write(json, "fileId", FileId, 1024);
        ChannelEvent.Write(json, "mime", Mime, 128);
        if (DurationSeconds is { } seconds and >= 0 and <= 10_000_000)
        {
            json.WriteNumber("durationSeconds"u8, seconds);
        }

        json.WriteEndObject();
    }
}
