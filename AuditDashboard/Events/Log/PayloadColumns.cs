using System.Text.Json;
using AuditDashboard.Events.Parsing;

namespace AuditDashboard.Events.Log;

/// <summary>Compares an event's columns with its payload: what lists and numbers are made of must not drift from what is proved.</summary>
internal static class PayloadColumns
{
    public static bool Agree(ILoggedEvents.Logged logged, byte[] payload)
    {
        try
        {
            return HeadAgrees(logged, payload) && EventAgrees(logged, payload);
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException or InvalidDataException)
        {
            return false;
        }
    }

    private static bool HeadAgrees(ILoggedEvents.Logged logged, byte[] payload)
    {
        var reader = new Utf8JsonReader(payload);
        reader.Read();
        var agreeing = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName && !reader.ValueTextEquals("event"u8))
        {
            var name = reader.GetString();
            reader.Read();
            agreeing += name switch
            {
                "receivedAt" => reader.GetInt64() == logged.RecordedAt.ToUnixTimeMilliseconds() ? 1 : 0,
                "bot" => reader.ValueTextEquals(logged.Bot) ? 1 : 0,
                "source" => reader.ValueTextEquals(logged.Source) ? 1 : 0,
                "id" => reader.ValueTextEquals(logged.Id) ? 1 : 0,
                _ => 0,
            };
        }

        return agreeing == 4;
    }

    private static bool EventAgrees(ILoggedEvents.Logged logged, byte[] payload)
    {
        var content = EventContentReader.Reread(Payload.EventOf(payload));
        return content.Type == logged.Type && content.Time.ToUnixTimeMilliseconds() == logged.OccurredAt.ToUnixTimeMilliseconds();
    }
}
