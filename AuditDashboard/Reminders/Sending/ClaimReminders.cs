using AuditDashboard.Channels;
using AuditDashboard.Conversations;
using AuditDashboard.Reminders.Appointments;
using AuditDashboard.Reminders.FollowUps;
using AuditDashboard.Reminders.Planning;
using AuditDashboard.Reminders.Tasks;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Rows;

namespace AuditDashboard.Reminders.Sending;

/// <summary>
/// Decides about due messages on disk before anything leaves the house: whoever dies afterwards leaves <c>sending</c> behind, which nobody sends again.
/// What has changed since it was read is left for the next look.
/// </summary>
internal sealed class ClaimReminders(ITransactions transactions, ReminderMessage messages, FollowUpMatters followUps, TimeProvider time)
{
    private RowSearch<ReminderRow>? _byKey;
    private RowSearch<AppointmentRow>? _appointments;
    private TaskBook? _tasks;
    private ClientStops? _stops;
    private FollowUpClaims? _followUps;

    public async Task<List<ClaimedReminder>> HandleAsync(IReadOnlyList<DueReminder> due, bool isOff, CancellationToken cancel)
    {
        List<ClaimedReminder> claimed = [];
        await transactions.RunAsync(store => Decide(store, due, isOff, claimed), cancel);
        return claimed;
    }

    /// <summary>Writes what is no event of the log: wait and try again, or nobody knows.</summary>
    public Task WriteAsync(IReadOnlyList<SilentOutcome> outcomes) =>
        outcomes.Count == 0 ? Task.CompletedTask : transactions.RunAsync(store => Write(store, outcomes), CancellationToken.None);

    private void Decide(WriteConnection store, IReadOnlyList<DueReminder> due, bool isOff, List<ClaimedReminder> claimed)
    {
        Open(store);
        foreach (var item in due)
        {
            if (item.FollowUp is not null)
            {
                DecideFollowUp(store, item, isOff, claimed);
            }
            else if (Fresh(item) is { } row)
            {
                Decide(store, item, row, isOff, claimed);
            }
        }
    }

    private void Decide(WriteConnection store, DueReminder item, ReminderRow row, bool isOff, List<ClaimedReminder> claimed)
    {
        if (item.Verdict == ReminderVerdict.Void || (isOff && item.Verdict != ReminderVerdict.Wait))
        {
            (row.State, row.Code) = (ReminderStates.Void, item.Verdict == ReminderVerdict.Void ? item.Code ?? item.Appointment?.Fact ?? item.Appointment?.Plan : ReminderCodes.Off);
        }
        else if (item.Verdict == ReminderVerdict.Missed)
        {
            (row.State, row.Code) = (ReminderStates.Failed, ReminderCodes.Missed);
            _tasks!.HandOver("call", ReminderCodes.Missed, item.Appointment!, time.GetUtcNow());
        }
        else if (item.Verdict == ReminderVerdict.Wait)
        {
            row.NextAt = item.At;
        }
        else if (item.Appointment is { } appointment && _stops!.Forbid(appointment.ClientId, item.Rung?.Address ?? appointment.ClientAddress, isReminder: true))
        {
            (row.State, row.Code) = (ReminderStates.Void, ReminderCodes.Stopped);
        }
        else if (item.Rung is { } rung)
        {
            Claim(item, row, rung, claimed);
        }
        else
        {
            return;
        }

        store.Table<ReminderRow>().Upsert(row);
    }

    private void DecideFollowUp(WriteConnection store, DueReminder item, bool isOff, List<ClaimedReminder> claimed)
    {
        if (_byKey!.First(item.Row.AppointmentKey, item.Row.Version, item.Row.Rule) is not { State: "planned" } row || row.NextAt != item.Row.NextAt || _followUps!.Fresh(item.FollowUp!) is not { } matter)
        {
            return;
        }

        var now = time.GetUtcNow();
        var no = item.Verdict == ReminderVerdict.Void ? item.Code : _followUps.Refuse(matter, item.Rung?.Address, followUps.IsAdvertising(row), now);
        if (no is null && item.Verdict == ReminderVerdict.Wait)
        {
            row.NextAt = item.At;
        }
        else if (no is null && !isOff && item.Rung is { } rung)
        {
            Claim(item, row, rung, claimed);
        }
        else
        {
            (row.State, row.Code) = (ReminderStates.Void, no ?? (isOff ? ReminderCodes.Off : ReminderCodes.NoChannel));
            if (matter.Kind == FollowUpKinds.Call && (no is null || no == ReminderCodes.Stopped))
            {
                _tasks!.HandOver("call", "missed_call", item.Appointment!, now);
            }
        }

        store.Table<ReminderRow>().Upsert(row);
    }

    private void Claim(DueReminder item, ReminderRow row, ReminderRung rung, List<ClaimedReminder> claimed)
    {
        (row.State, row.Channel, row.EndpointId, row.Address) = (ReminderStates.Sending, rung.Endpoint.Channel, rung.Endpoint.Id, rung.Address);
        (row.Attempts, row.Asks, row.MessageId) = (row.Attempts + 1, ReminderMessage.Asks(item.Appointment!), null);
        var key = $"rem-{row.AppointmentKey}-{row.Version}-{row.Rule}-{row.Channel}";
        var text = item.FollowUp is null ? messages.TextOf(row, item.Appointment!, item.ClientName) : messages.Fill(followUps.TextOf(row)!, item.Appointment!, item.ClientName);
        claimed.Add(new ClaimedReminder(row, item.Appointment!, rung.Endpoint, new OutgoingMessage(rung.Endpoint.Id, rung.Address, text, key, rung.LastInboundAt)
        {
            Buttons = messages.ButtonsOf(item.Appointment!), Template = TemplateOf(item, row),
        })
        {
            FollowUp = item.FollowUp,
        });
    }

    private OutgoingTemplate? TemplateOf(DueReminder item, ReminderRow row) =>
        item.FollowUp is null ? messages.TemplateOf(item.Appointment!, item.ClientName)
        : followUps.TemplateOf(row) is var (name, language) ? messages.TemplateOf(name, language, followUps.TextOf(row)!, item.Appointment!, item.ClientName)
        : null;

    private ReminderRow? Fresh(DueReminder item)
    {
        var row = _byKey!.First(item.Row.AppointmentKey, item.Row.Version, item.Row.Rule);
        var appointment = _appointments!.First(item.Row.AppointmentKey);
        var isSame = row is { State: "planned" } && row.NextAt == item.Row.NextAt
            && (appointment?.Version, appointment?.Plan, appointment?.Fact) == (item.Appointment?.Version, item.Appointment?.Plan, item.Appointment?.Fact);
        return isSame ? row : null;
    }

    private void Write(WriteConnection store, IReadOnlyList<SilentOutcome> outcomes)
    {
        Open(store);
        foreach (var (claimed, state, nextAt, code, failsChannel) in outcomes)
        {
            // A report of the delivery may have been quicker.
            if (_byKey!.First(claimed.Row.AppointmentKey, claimed.Row.Version, claimed.Row.Rule) is { State: "sending" } row)
            {
                (row.State, row.NextAt, row.Code) = (state, nextAt, code);
                if (failsChannel)
                {
                    row.Fail(row.Channel!);
                }

                store.Table<ReminderRow>().Upsert(row);
                if (state == ReminderStates.Uncertain && claimed.FollowUp is null)
                {
                    _tasks!.HandOver("check", ReminderStates.Uncertain, claimed.Appointment, time.GetUtcNow());
                }
            }
        }
    }

    private void Open(WriteConnection store)
    {
        _byKey ??= store.Table<ReminderRow>().Search([nameof(ReminderRow.AppointmentKey), nameof(ReminderRow.Version), nameof(ReminderRow.Rule)]);
        _appointments ??= store.Table<AppointmentRow>().Search([nameof(AppointmentRow.Key)]);
        _tasks ??= new TaskBook(store);
        _stops ??= new ClientStops(store);
        _followUps ??= new FollowUpClaims(store, _stops);
    }
}
