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

    /// <summary>The channel's own key of the stretch of talk, where it has one: a call is a session of its own.</summary>
    public string? Session { get; init; }

    public string? InReplyTo { get; init; }

    /// <summary>The booking, where nothing but its id is known.</summary>
    public string? BookingId { get; init; }

    /// <summary>The whole booking, as a booking system tells it.</summary>
    public ChannelBooking? Booking { get; init; }

    /// <summary>Roubles paid.</summary>
    public decimal? Payment { get; init; }

    public ChannelCall? Call { get; init; }
    public ChannelMedia? Media { get; init; }
    public ChannelTranscript? Transcript { get; init; }
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
        Write(json, "session", Session, 512);
        Write(json, "kind", Kind, 32);
        Write(json, "actor", Actor, 32);
        Write(json, "text", Text, 262_144);
        Write(json, "externalId", ExternalId, 512);
        Write(json, "inReplyTo", InReplyTo, 512);
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
            Write(json, "id", ClientId, 256);
            Write(json, "name", ClientName, 512);
            Write(json, "phone", ClientPhone, 64);
            json.WriteEndObject();
        }

        (Booking ?? (BookingId is null ? null : new ChannelBooking(BookingId)))?.Write(json);
        if (Payment is { } paid)
        {
            json.WriteStartObject("payment"u8);
            json.WriteNumber("amount"u8, paid);
            json.WriteString("currency"u8, ChannelBooking.Currency);
            json.WriteEndObject();
        }

        Call?.Write(json);
        Media?.Write(json);
        Transcript?.Write(json);
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

    /// <summary>What is longer than the log takes is cut: the whole stands in the raw body.</summary>
    internal static void Write(Utf8JsonWriter json, string name, string? value, int longest)
    {
        if (value is not null)
        {
            json.WriteString(name, ForeignText.Cut(value, longest));
        }
    }
}
