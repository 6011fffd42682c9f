using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AuditDashboard.Conversations.Story;
using AuditDashboard.Events;
using AuditDashboard.Foundation;

namespace AuditDashboard.Conversations.Append;

/// <summary>What a client's few words under a reminder mean for the booking, as an event of its own (product.md section 3.3).</summary>
internal static class ReminderReply
{
    private const int LongestId = 128;

    /// <summary>Null where the words are none of the few that are understood, or come from a button, which says for itself what it means.</summary>
    public static EventDraft? Of(AppendingEvent message, string booking)
    {
        var content = message.Content;
        var said = content.Kind is null or "text" or "voice" ? content.Text ?? content.Transcript?.Text : null;
        if (TypeOf(said) is not { } type)
        {
            return null;
        }

        var json = Write(content, type, booking);
        return EventJudge.Judge(json, out _) is not { } meaning ? null : new EventDraft
        {
            Bot = message.Draft.Bot, Source = message.Draft.Source, Envelope = "derived", Endpoint = message.Draft.Endpoint, Branch = message.Draft.Branch,
            Content = meaning, Json = json,
        };
    }

    private static string? TypeOf(string? said) =>
        Phrases.IsYes(said) ? EventTypes.BookingConfirmed
        : Phrases.IsNo(said) ? EventTypes.BookingDeclined
        : Phrases.IsWishToMove(said) ? EventTypes.BookingChanged
        : null;

    private static ReadOnlyMemory<byte> Write(EventContent message, string type, string booking)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using var json = new Utf8JsonWriter(buffer, Problem.Json);
        json.WriteStartObject();
        json.WriteString("id"u8, IdOf(message.Id));
        json.WriteString("type"u8, type);
        json.WriteString("time"u8, message.Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture));
        // A reading of words, which a mark by staff overrules (kpi-notes.md section 3).
        json.WriteString("actor"u8, "ai");
        Write(json, "session", message.Session);
        Write(json, "channel", message.Channel);
        Write(json, "branch", message.Branch);
        Write(json, "inReplyTo", message.ExternalId ?? message.Id);
        if (message.Client?.Id is { } client)
        {
            json.WriteStartObject("client"u8);
            json.WriteString("id"u8, client);
            json.WriteEndObject();
        }

        json.WriteStartObject("booking"u8);
        json.WriteString("id"u8, booking);
        json.WriteEndObject();
        json.WriteStartObject("data"u8);
        json.WriteString("by"u8, "text");
        Write(json, "wish", type == EventTypes.BookingChanged ? "reschedule" : null);
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    /// <summary>The message's own id goes before; one that would become too long is hashed.</summary>
    private static string IdOf(string message)
    {
        var id = $"{message}-booking";
        return id.Length <= LongestId ? id : $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(message)))}-booking";
    }

    private static void Write(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
