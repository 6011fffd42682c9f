using System.Globalization;
using System.Text.Json;
using AuditDashboard.Reminders.Planning;

namespace AuditDashboard.Reminders.Api;

/// <summary>A booking as http-api.md section 8 gives it.</summary>
internal static class BookingJson
{
    public static void Write(Utf8JsonWriter json, BookingView view)
    {
        var booking = view.Booking;
        json.WriteStartObject();
        json.WriteString("id"u8, booking.BookingId);
        json.WriteString("key"u8, booking.Key);
        json.WriteString("rootId"u8, booking.RootId);
        json.WriteString("bot"u8, booking.Bot);
        json.WriteString("clientId"u8, booking.ClientId?.ToString());
        json.WriteStartObject("client"u8);
        json.WriteString("externalId"u8, booking.ClientAddress);
        json.WriteString("name"u8, view.ClientName);
        json.WriteString("phone"u8, view.ClientPhone);
        json.WriteEndObject();
        json.WriteString("channel"u8, booking.Channel);
        json.WriteString("branch"u8, booking.Branch);
        json.WriteString("service"u8, booking.Service);
        json.WriteString("staff"u8, booking.Staff);
        json.WriteString("start"u8, Utc(booking.StartAt));
        json.WriteString("end"u8, Utc(booking.EndAt));
        json.WriteString("plan"u8, booking.Plan);
        json.WriteString("fact"u8, booking.Fact);
        json.WriteNumber("moves"u8, booking.Moves);
        json.WriteString("conflict"u8, booking.Conflict);
        json.WriteStartArray("reminders"u8);
        foreach (var reminder in view.Reminders)
        {
            Write(json, reminder);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ReminderRow reminder)
    {
        json.WriteStartObject();
        json.WriteString("rule"u8, reminder.Rule);
        json.WriteString("start"u8, Utc(DateTimeOffset.FromUnixTimeSeconds(reminder.Version)));
        json.WriteString("dueAt"u8, Utc(reminder.DueAt));
        json.WriteString("sentAt"u8, Utc(reminder.SentAt));
        json.WriteString("channel"u8, reminder.Channel);
        json.WriteString("state"u8, reminder.State);
        json.WriteString("code"u8, reminder.Code);
        json.WriteEndObject();
    }

    private static string? Utc(DateTimeOffset? moment) => moment?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
