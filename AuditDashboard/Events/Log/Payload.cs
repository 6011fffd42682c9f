using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace AuditDashboard.Events.Log;

/// <summary>
/// The bytes the log answers for (standards.md section 5.2): one JSON object with what the app added (receipt, bot, envelope), the event as it
/// was sent, and the channel's raw body. Written once, never serialised again; <c>event</c> is the last member but <c>raw</c>.
/// </summary>
internal static class Payload
{
    private static readonly byte[] EventMember = ",\"event\":"u8.ToArray();
    private static readonly byte[] RawMember = ",\"raw\":"u8.ToArray();

    public static byte[] Write(EventDraft draft, DateTimeOffset recordedAt)
    {
        var head = new StringBuilder(160)
            .Append("{\"receivedAt\":").Append(recordedAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture))
            .Append(",\"bot\":").Append(Quote(draft.Bot))
            .Append(",\"source\":").Append(Quote(draft.Source))
            .Append(",\"id\":").Append(Quote(draft.Content.Id))
            .Append(",\"envelope\":").Append(Quote(draft.Envelope));
        if (draft.Endpoint is not null)
        {
            head.Append(",\"endpoint\":").Append(Quote(draft.Endpoint));
        }

        var start = Encoding.UTF8.GetByteCount(head.ToString());
        var rawLength = draft.Raw.IsEmpty ? 0 : RawMember.Length + draft.Raw.Length;
        var payload = new byte[start + EventMember.Length + draft.Json.Length + rawLength + 1];
        var writer = payload.AsSpan();
        Encoding.UTF8.GetBytes(head.ToString(), writer);
        writer = Append(writer[start..], EventMember);
        writer = Append(writer, draft.Json.Span);
        if (rawLength > 0)
        {
            writer = Append(Append(writer, RawMember), draft.Raw.Span);
        }

        writer[0] = (byte)'}';
        return payload;
    }

    /// <summary>The event's own bytes inside a payload.</summary>
    public static ReadOnlyMemory<byte> EventOf(ReadOnlyMemory<byte> payload)
    {
        var reader = new Utf8JsonReader(payload.Span);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isEvent = reader.ValueTextEquals("event"u8);
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            if (isEvent)
            {
                return payload[start..(int)reader.BytesConsumed];
            }
        }

        throw new InvalidDataException("A payload without its event.");
    }

    public static byte[] Commit(ReadOnlySpan<byte> salt, ReadOnlySpan<byte> payload) => HMACSHA256.HashData(salt, payload);

    private static Span<byte> Append(Span<byte> target, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(target);
        return target[bytes.Length..];
    }

    private static string Quote(string text) =>
        text.AsSpan().ContainsAnyExcept(Plain) ? JsonSerializer.Serialize(text) : $"\"{text}\"";

    private static readonly SearchValues<char> Plain = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.:-/ ");
}
