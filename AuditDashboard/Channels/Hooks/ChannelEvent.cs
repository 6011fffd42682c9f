using System.Buffers;
using System.Globalization;
using System.Text.Json;
using AuditDashboard.Foundation;

namespace AuditDashboard.Channels.Hooks;

/// <summary>What a channel's call says happened, in the words of http-api.md section 2; written as our own event JSON.</summary>
/// <param name="Id">Made of the channel's own number, so that a repeat is a repeat.</param>
internal sealed record ChannelEvent(string Id, string Type, DateTimeOffset Time, string Channel)
{
    public string? Kind { get; init; }
    public string? Actor { get; init; }
    public string? ClientId { get; init; }
    public string? ClientName { get; init; }
    public string? ClientPhone { get; init; }
    public string? Text { get; init; }
    public string? ExternalId { get; init; }
    public string? InReplyTo { get; init; }
    public string? BookingId { get; init; }
    public ChannelMedia? Media { get; init; }
    public (double Lat, double Lon)? Location { get; init; }

    /// <summary>Members of <c>data</c>: strings, numbers, true/false.</summary>
    public IReadOnlyDictionary<string, object> Data { get; init; } = new Dictionary<string, object>();

    /// <summary>The press of a reminder's button, as the channel tells it; whether it counts is for <see cref="ReminderPresses"/> to say. Not stored.</summary>
    public ReminderButton? Pressed { get; init; }

    /// <summary>The event's own piece of a body that tells of several, kept beside it where another event of that body keeps the whole.</summary>
    public ReadOnlyMemory<byte> Piece { get; init; }

    /// <summary>Members for <see cref="Data"/>; those without a value fall out.</summary>
    public static IReadOnlyDictionary<string, object> Named(params ReadOnlySpan<(string Name, object? Value)> members)
    {
        var named = new Dictionary<string, object>();
        foreach (var (name, value) in members)
        {
            if (value is not null)
            {
                named[name] = value;
            }
        }

        return named;
    }

    public ReadOnlyMemory<byte> ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using var json = new Utf8JsonWriter(buffer, Problem.Json);
        json.WriteStartObject();
        json.WriteString("id"u8, Id);
        json.WriteString("type"u8, Type);
        json.WriteString("time"u8, Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        json.WriteString("channel"u8, Channel);
        Write(json, "kind", Kind);
        Write(json, "actor", Actor);
        Write(json, "text", Text);
        Write(json, "externalId", ExternalId);
        Write(json, "inReplyTo", InReplyTo);
        WriteParts(json);
        WriteData(json);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private void WriteParts(Utf8JsonWriter json)
    {
        if (ClientId is not null)
        {
            json.WriteStartObject("client"u8);
            Write(json, "id", ClientId);
            Write(json, "name", ClientName);
            Write(json, "phone", ClientPhone);
            json.WriteEndObject();
        }

        if (BookingId is not null)
        {
            json.WriteStartObject("booking"u8);
            Write(json, "id", BookingId);
            json.WriteEndObject();
        }

        Media?.Write(json);
        if (Location is var (lat, lon))
        {
            json.WriteStartObject("location"u8);
            json.WriteNumber("lat"u8, lat);
            json.WriteNumber("lon"u8, lon);
            json.WriteEndObject();
        }
    }

    private void WriteData(Utf8JsonWriter json)
    {
        if (Data.Count == 0)
        {
            return;
        }

        json.WriteStartObject("data"u8);
        foreach (var (name, value) in Data)
        {
            json.WritePropertyName(name);
            switch (value)
            {
                case bool flag: json.WriteBooleanValue(flag); break;
                case long number: json.WriteNumberValue(number); break;
                default: json.WriteStringValue(value.ToString()); break;
            }
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
