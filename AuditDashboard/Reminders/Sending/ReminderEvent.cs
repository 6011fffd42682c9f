using System.Buffers;
using System.Globalization;
using System.Text.Json;
using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Reminders.Appointments;
using AuditDashboard.Reminders.Planning;

namespace AuditDashboard.Reminders.Sending;

/// <summary>
/// What became of a message, as an event of the log. The table of reminders follows from it in the same transaction, so that the two never disagree.
/// </summary>
internal static class ReminderEvent
{
    /// <summary>Only we make such events: nobody else's can change the table.</summary>
    public static readonly string Envelope = "reminders";

    /// <param name="row">As it was claimed.</param>
    /// <param name="text">What was sent; null where nothing was.</param>
    /// <param name="isFinal">Of a failure: nothing more will be tried.</param>
    /// <param name="bot">The bot the client talks with there.</param>
    public static EventDraft Draft(ReminderRow row, AppointmentRow appointment, string type, string bot, string? text, string? code, bool isFinal, DateTimeOffset now)
    {
        var json = Write(row, appointment, type, text, code, isFinal, now);
        var content = EventJudge.Judge(json, out var problems) ?? throw new InvalidOperationException($"A reminder's event that is not valid: {string.Join(", ", problems.Keys)}");
        return new EventDraft { Bot = bot, Envelope = Envelope, Endpoint = row.EndpointId, Branch = appointment.Branch, Content = content, Json = json, RepeatsMayDiffer = true };
    }

    private static ReadOnlyMemory<byte> Write(ReminderRow row, AppointmentRow appointment, string type, string? text, string? code, bool isFinal, DateTimeOffset now)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using var json = new Utf8JsonWriter(buffer, Problem.Json);
        json.WriteStartObject();
        json.WriteString("id"u8, IdOf(row, type));
        json.WriteString("type"u8, type);
        json.WriteString("time"u8, Utc(now));
        json.WriteString("actor"u8, "system");
        Write(json, "channel", row.Channel);
        Write(json, "branch", appointment.Branch);
        Write(json, "externalId", row.MessageId);
        Write(json, "text", text);
        if ((row.Address ?? appointment.ClientAddress) is { } client)
        {
            json.WriteStartObject("client"u8);
            json.WriteString("id"u8, client);
            json.WriteEndObject();
        }

        WriteBooking(json, appointment);
        json.WriteStartObject("data"u8);
        json.WriteString("rule"u8, row.Rule);
        json.WriteString("class"u8, "service");
        json.WriteString("key"u8, row.AppointmentKey);
        json.WriteNumber("version"u8, row.Version);
        json.WriteBoolean("asks"u8, row.Asks);
        json.WriteBoolean("final"u8, isFinal);
        Write(json, "code", code);
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private static void WriteBooking(Utf8JsonWriter json, AppointmentRow appointment)
    {
        json.WriteStartObject("booking"u8);
        json.WriteString("id"u8, appointment.BookingId);
        Write(json, "service", appointment.Service);
        Write(json, "staff", appointment.Staff);
        json.WriteString("start"u8, Utc(appointment.StartAt));
        json.WriteEndObject();
    }

    private static string IdOf(ReminderRow row, string type) =>
        $"rem:{row.AppointmentKey}:{row.Version.ToString(CultureInfo.InvariantCulture)}:{row.Rule}:{row.Channel ?? "none"}:{type["reminder.".Length..]}";

    private static string Utc(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static void Write(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
