using System.Text.Json;

namespace AuditDashboard.Channels.Hooks;

/// <summary>What was said in a voice message, where the channel has written it down itself.</summary>
/// <param name="Engine">Whose reading it is: the channel's name.</param>
internal sealed record ChannelTranscript(string Text, string Engine)
{
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("transcript"u8);
        ChannelEvent.Write(json, "text", Text, 100_000);
        ChannelEvent.Write(json, "engine", Engine, 128);
        json.WriteEndObject();
    }
}
