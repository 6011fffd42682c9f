using AuditDashboard.Reminders.Appointments;
using AuditDashboard.Reminders.Rules;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Rows;

namespace AuditDashboard.Reminders.Planning;

/// <summary>Brings the planned messages of a booking in step with the booking. What was sent stays; nothing is planned into the past.</summary>
internal sealed class PlanBook(WriteConnection store, ReminderRules rules)
{
    private readonly RowTable<ReminderRow> _reminders = store.Table<ReminderRow>();
    private readonly RowSearch<ReminderRow> _ofAppointment = store.Table<ReminderRow>().Search([nameof(ReminderRow.AppointmentKey)]);

    public void Follow(AppointmentRow appointment, DateTimeOffset now)
    {
        var known = _ofAppointment.List(appointment.Key);
        var wanted = Wanted(appointment);
        foreach (var row in known.Where(row => row.State == ReminderStates.Planned))
        {
            Adjust(row, appointment, wanted, now);
        }

        foreach (var (rule, due) in wanted.Where(planned => planned.DueAt > now))
        {
            if (known.Find(row => row.Version == appointment.Version && row.Rule == rule) is not { } row)
            {
                _reminders.Insert(new ReminderRow { AppointmentKey = appointment.Key, Version = appointment.Version, Rule = rule, DueAt = due, NextAt = due });
            }
            else if (row.State == ReminderStates.Void && row.SentAt is null && row.Tried.Length == 0)
            {
                (row.State, row.Code, row.DueAt, row.NextAt) = (ReminderStates.Planned, null, due, due);
                _reminders.Upsert(row);
            }
        }
    }

    private IReadOnlyList<PlannedReminder> Wanted(AppointmentRow appointment) =>
        appointment.IsSilent || !appointment.IsOpen
            ? []
            : ReminderPlan.Of(
                new PlannedVisit(WallClock.Parse(appointment.Wall), TimeZoneInfo.FindSystemTimeZoneById(appointment.Zone)), rules.For(appointment.Service, appointment.Branch), rules.Quiet);

    private void Adjust(ReminderRow row, AppointmentRow appointment, IReadOnlyList<PlannedReminder> wanted, DateTimeOffset now)
    {
        var isOther = row.Version != appointment.Version;
        if (isOther || !appointment.IsOpen)
        {
            Void(row, isOther ? "moved" : appointment.Fact ?? appointment.Plan);
            return;
        }

        // A message that is overdue is for the sweep to judge, one by hand or after an outage is none of the rules'.
        if (row.NextAt <= now || row.Rule.Contains('-', StringComparison.Ordinal))
        {
            return;
        }

        if (wanted.FirstOrDefault(planned => planned.Rule == row.Rule) is not { Rule: not null } planned || planned.DueAt <= now)
        {
            Void(row, "rule");
        }
        else if (planned.DueAt != row.DueAt)
        {
            (row.DueAt, row.NextAt) = (planned.DueAt, planned.DueAt);
            _reminders.Upsert(row);
        }
    }

    private void Void(ReminderRow row, string code)
    {
        (row.State, row.Code) = (ReminderStates.Void, code);
        _reminders.Upsert(row);
    }
}
