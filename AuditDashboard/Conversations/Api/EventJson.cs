using System.Globalization;
using System.Text.Json;
using AuditDashboard.Conversations.Clients;
using AuditDashboard.Events;

namespace AuditDashboard.Conversations.Api;

/// <summary>An event as http-api.md section 3 gives it: UTC with Z and milliseconds, phones as E.164; members that do not apply are absent.</summary>
internal static class EventJson
{
    private static readonly (EventFlags Flag, string Word)[] Flags =
        [(EventFlags.ClockSkew, "clock_skew"), (EventFlags.Late, "late"), (EventFlags.Untagged, "untagged")];

    public static void Write(Utf8JsonWriter json, StoredEvent stored)
    {
        json.WriteStartObject();
        json.WriteNumber("seq"u8, stored.Seq);
        json.WriteString("id"u8, stored.Id);
        Write(json, "source", stored.Source.Length == 0 ? null : stored.Source);
        Write(json, "endpoint", stored.Endpoint);
        json.WriteString("type"u8, stored.Type);
        Write(json, "channel", stored.Channel);
        json.WriteString("bot"u8, stored.Bot);
        Write(json, "branch", stored.Branch);
        Write(json, "sessionId", stored.SessionId?.ToString());
        Write(json, "clientId", stored.ClientId?.ToString());
        json.WriteString("occurredAt"u8, Utc(stored.OccurredAt));
        json.WriteString("recordedAt"u8, Utc(stored.RecordedAt));
        if (stored.Content is { } content)
        {
            WriteWords(json, stored.Type, content);
            EventPartsJson.Write(json, content);
        }

        WriteFlags(json, stored.Flags);
        json.WriteEndObject();
    }

    public static string Utc(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public static void Write(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    public static string? KindOf(string type, EventContent content) =>
        content.Kind ?? (content.Text is not null && (type == EventTypes.MessageReceived || type == EventTypes.MessageSent) ? "text" : null);

    public static string? ActorOf(string type, EventContent content) =>
        content.Actor ?? (type == EventTypes.MessageReceived ? "client" : type == EventTypes.MessageSent ? "ai" : null);

    public static IEnumerable<string> WordsOf(EventFlags flags) => flags == EventFlags.None ? [] : Flags.Where(known => flags.HasFlag(known.Flag)).Select(known => known.Word);

    private static void WriteWords(Utf8JsonWriter json, string type, EventContent content)
    {
        Write(json, "kind", KindOf(type, content));
        Write(json, "actor", ActorOf(type, content));
        Write(json, "session", content.Session);
        if (content.Client is { } client)
        {
            json.WriteStartObject("client"u8);
            Write(json, "externalId", client.Id);
            Write(json, "name", client.Name);
            Write(json, "phone", Phones.Normalize(client.Phone) ?? client.Phone);
            json.WriteEndObject();
        }

        Write(json, "text", content.Text);
        Write(json, "externalId", content.ExternalId);
        Write(json, "inReplyTo", content.InReplyTo);
        Write(json, "release", content.Release);
        if (content.LatencyMs is { } latency)
        {
            json.WriteNumber("latencyMs"u8, latency);
        }
    }

    private static void WriteFlags(Utf8JsonWriter json, EventFlags flags)
    {
        json.WriteStartArray("flags"u8);
        foreach (var word in WordsOf(flags))
        {
            json.WriteStringValue(word);
        }

        json.WriteEndArray();
    }
}
