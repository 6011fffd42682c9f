using System.Text.Json;
using AuditDashboard.Events;

namespace AuditDashboard.Conversations.Story;

/// <summary>Finds the client messages that answer a reminder, by its button or with a bare yes (kpi-notes.md section 3).</summary>
internal static class ReminderAnswers
{
    /// <summary>Needs the order and the episodes; sees every channel of the client.</summary>
    public static void Mark(IReadOnlyList<StoryEvent> ordered)
    {
        var bookings = BookingsOf(ordered);
        if (bookings.Count == 0 && !ordered.Any(item => item.Is(EventTypes.ReminderSent)))
        {
            return;
        }

        List<StoryEvent> unanswered = [];
        foreach (var item in ordered)
        {
            if (item.Is(EventTypes.ReminderSent) && item.Content.Booking is not null && !item.IsImported)
            {
                unanswered.Add(item);
            }
            else if (item.IsClientMessage)
            {
                Answer(item, unanswered, bookings);
            }
        }
    }

    private static void Answer(StoryEvent message, List<StoryEvent> unanswered, HashSet<string> bookings)
    {
        // Only the first message after a reminder can answer it: a later "yes" answers something else.
        var asked = unanswered.Where(reminder => SameAddress(reminder, message)).ToList();
        unanswered.RemoveAll(asked.Contains);
        asked.RemoveAll(reminder => message.At - reminder.At > StoryRules.ReminderPatience);
        if (asked.Count > 0 && Phrases.IsYes(message.Content))
        {
            message.AnswersReminder = true;
            message.ConfirmsBookings = [.. asked.Select(reminder => reminder.Content.Booking!.Id).Distinct()];
        }
        else if (message.Content.Kind == "button" && PressedBooking(message.Content) is { } pressed)
        {
            message.AnswersReminder = bookings.Contains(pressed)
                || (message.Content.Booking is { } named && bookings.Contains(named.Id));
        }
    }

    private static HashSet<string> BookingsOf(IReadOnlyList<StoryEvent> events) =>
        [.. events.Where(item => item.Stored.Type.StartsWith("booking.", StringComparison.Ordinal) && item.Content.Booking is not null)
            .Select(item => item.Content.Booking!.Id)];

    private static bool SameAddress(StoryEvent reminder, StoryEvent message) =>
        (reminder.Channel is null || message.Channel is null || reminder.Channel == message.Channel)
        && (reminder.Content.Client?.Id is not { } to || message.Content.Client?.Id is not { } from || to == from);

    /// <summary>The id in <c>rem:&lt;ok|no|mv&gt;:&lt;id&gt;</c>, or in VK's object form of the same.</summary>
    private static string? PressedBooking(EventContent message) => message.DataMember("payload") switch
    {
        { ValueKind: JsonValueKind.String } text => AfterVerb(text.GetString()!),
        { ValueKind: JsonValueKind.Object } form => OfForm(form),
        _ => null,
    };

    private static string? AfterVerb(string payload) =>
        payload.StartsWith("rem:", StringComparison.Ordinal) && payload.Length > 7 && payload[6] == ':' && payload[4..6] is "ok" or "no" or "mv"
            ? payload[7..] : null;

    private static string? OfForm(JsonElement form) =>
        Text(form, "cmd") == "rem" && Text(form, "a") is "ok" or "no" or "mv" ? Text(form, "id") : null;

    private static string? Text(JsonElement form, string name) =>
        form.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;
}
