using AuditDashboard.Conversations;
using AuditDashboard.Foundation;
using AuditDashboard.Reminders.Appointments;
using AuditDashboard.Reminders.Planning;
using AuditDashboard.Reminders.Rules;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Rows;

namespace AuditDashboard.Reminders.Sending;

/// <summary>A reminder by hand: the words are shown first, the quiet hours hold, and it goes the way of all others.</summary>
internal sealed class RemindNow(
    ReminderMessage messages, ReminderRules rules, IClients clients, ITransactions transactions, SendDueReminders sending, TimeProvider time)
{
    private RowSearch<ReminderRow>? _byKey;

    /// <summary>The words as the client would get them. Refusals: <c>quiet</c> (until when, by the clock in the branch), <c>closed</c>.</summary>
    public async Task<Outcome<string>> PreviewAsync(AppointmentRow appointment, CancellationToken cancel)
    {
        if (Refuse(appointment) is { } refusal)
        {
            return refusal;
        }

        var contacts = appointment.ClientId is { } client ? await clients.ContactsAsync(client, cancel) : null;
        return messages.TextOf(new ReminderRow { Rule = "now-" }, appointment, contacts?.Name ?? appointment.ClientName);
    }

    /// <returns>What became of it: a state of http-api.md section 8.</returns>
    public async Task<Outcome<string>> HandleAsync(AppointmentRow appointment, string text, CancellationToken cancel)
    {
        if (Refuse(appointment) is { } refusal)
        {
            return refusal;
        }

        var now = time.GetUtcNow();
        var row = new ReminderRow { AppointmentKey = appointment.Key, Version = appointment.Version, Rule = $"now-{now.ToUnixTimeSeconds()}", DueAt = now, NextAt = now, Text = text };
        await transactions.RunAsync(store => store.Table<ReminderRow>().Upsert(row), cancel);
        await sending.HandleAsync(cancel);
        var state = ReminderStates.Planned;
        await transactions.RunAsync(store => state = Read(store, row), cancel);
        return state;
    }

    private Refusal? Refuse(AppointmentRow appointment)
    {
        var wall = WallClock.Of(time.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(appointment.Zone));
        return !appointment.IsOpen || appointment.IsSilent || appointment.StartAt <= time.GetUtcNow() ? new Refusal("closed")
            : rules.Quiet.Include(wall) ? new Refusal("quiet", rules.Quiet.EndAfter(wall))
            : null;
    }

    private string Read(WriteConnection store, ReminderRow row)
    {
        _byKey ??= store.Table<ReminderRow>().Search([nameof(ReminderRow.AppointmentKey), nameof(ReminderRow.Version), nameof(ReminderRow.Rule)]);
        return _byKey.First(row.AppointmentKey, row.Version, row.Rule)!.State;
    }
}
