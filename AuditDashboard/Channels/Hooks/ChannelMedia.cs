using System.Text.Json;

namespace AuditDashboard.Channels.Hooks;

/// <summary>A file the client sent; the channel keeps it under <paramref name="FileId"/>.</summary>
/// <param name="Kind">photo | video | video_note | audio | voice | document | sticker | animation …</param>
internal sealed record ChannelMedia(string Kind, string? FileId, string? Mime = null, long? DurationSeconds = null)
{
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("media"u8);
        json.WriteString("kind"u8, Kind);
        if (FileId is not null)
        {
            json.WriteString("fileId"u8, FileId);
        }

        if (Mime is not null)
        {
            json.WriteString("mime"u8, Mime);
        }

        if (DurationSeconds is { } seconds and >= 0 and <= 10_000_000)
        {
            json.WriteNumber("durationSeconds"u8, seconds);
        }

        json.WriteEndObject();
    }
}
