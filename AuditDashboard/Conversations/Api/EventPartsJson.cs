using System.Text.Json;
using AuditDashboard.Events;
using static AuditDashboard.Conversations.Api.EventJson;

namespace AuditDashboard.Conversations.Api;

/// <summary>The members of an event that are objects. Money leaves in roubles, as it came.</summary>
internal static class EventPartsJson
{
    public static void Write(Utf8JsonWriter json, EventContent content)
    {
        Tags(json, content);
        Business(json, content);
        Media(json, content);
        Verbatim(json, "attribution", content.SourceJson);
        Verbatim(json, "data", content.DataJson);
    }

    private static void Tags(Utf8JsonWriter json, EventContent content)
    {
        if (content.Intent is { } intent)
        {
            Part(json, "intent", ("name", intent.Name), ("confidence", intent.Confidence));
        }

        if (content.Model is { } model)
        {
            Part(json, "model", ("provider", model.Provider), ("name", model.Name), ("version", model.Version));
        }

        if (content.Scenario is { } scenario)
        {
            Part(json, "scenario", ("id", scenario.Id), ("version", scenario.Version), ("step", scenario.Step));
        }

        if (content.Usage is { } usage)
        {
            Part(json, "usage", ("inputTokens", usage.InputTokens), ("outputTokens", usage.OutputTokens));
        }
    }

    private static void Business(Utf8JsonWriter json, EventContent content)
    {
        if (content.Lead is { } lead)
        {
            Part(json, "lead", ("id", lead.Id), ("bitrix24", lead.Bitrix24));
        }

        if (content.Booking is { } booking)
        {
            Part(json, "booking",
                ("id", booking.Id), ("service", booking.Service), ("staff", booking.Staff), ("start", booking.Start), ("end", booking.End),
                ("price", Roubles(booking.PriceKopecks)), ("currency", booking.Currency));
        }

        if (content.Payment is { } payment)
        {
            Part(json, "payment", ("amount", Roubles(payment.AmountKopecks)), ("currency", payment.Currency));
        }
    }

    private static void Media(Utf8JsonWriter json, EventContent content)
    {
        if (content.Media is { } media)
        {
            Part(json, "media", ("kind", media.Kind), ("fileId", media.FileId), ("mime", media.Mime), ("durationSeconds", media.DurationSeconds));
        }

        if (content.Transcript is { } transcript)
        {
            Part(json, "transcript", ("text", transcript.Text), ("confidence", transcript.Confidence), ("engine", transcript.Engine));
        }

        if (content.Location is { } place)
        {
            Part(json, "location", ("lat", place.Lat), ("lon", place.Lon));
        }

        if (content.Call is { } call)
        {
            Part(json, "call",
                ("direction", call.Direction), ("result", call.Result), ("durationSeconds", call.DurationSeconds),
                ("waitSeconds", call.WaitSeconds), ("recordId", call.RecordId));
        }
    }

    private static decimal? Roubles(long? kopecks) => kopecks / 100m;

    private static void Verbatim(Utf8JsonWriter json, string name, ReadOnlyMemory<byte> value)
    {
        if (!value.IsEmpty)
        {
            json.WritePropertyName(name);
            json.WriteRawValue(value.Span, skipInputValidation: true);
        }
    }

    private static void Part(Utf8JsonWriter json, string name, params ReadOnlySpan<(string Name, object? Value)> members)
    {
        json.WriteStartObject(name);
        foreach (var (member, value) in members)
        {
            switch (value)
            {
                case null: break;
                case string text: json.WriteString(member, text); break;
                case long whole: json.WriteNumber(member, whole); break;
                case double number: json.WriteNumber(member, number); break;
                case decimal money: json.WriteNumber(member, money); break;
                case DateTimeOffset moment: json.WriteString(member, Utc(moment)); break;
            }
        }

        json.WriteEndObject();
    }
}
