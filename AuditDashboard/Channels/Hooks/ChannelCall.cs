using System.Text.Json;

namespace AuditDashboard.Channels.Hooks;

/// <summary>A telephone call, as far as the exchange tells.</summary>
/// <param name="Direction">in | out | internal.</param>
/// <param name="Result">answered | missed | no_answer.</param>
/// <param name="DurationSeconds">Of the talk, without the waiting.</param>
/// <param name="RecordId">What the exchange keeps the recording under.</param>
internal sealed record ChannelCall(
    string? Direction, string? Result = null, long? DurationSeconds = null, long? WaitSeconds = null, string? RecordId = null)
{
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("call"u8);
        ChannelEvent.Write(json, "direction", Direction, 32);
        ChannelEvent.Write(json, "result", Result, 64);
        Write(json, "durationSeconds", DurationSeconds);
        Write(json, "waitSeconds", WaitSeconds);
        ChannelEvent.Write(json, "recordId", RecordId, 512);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, long? seconds)
    {
        if (seconds is { } known and >= 0 and <= 10_000_000)
        {
            json.WriteNumber(name, known);
        }
    }
}
