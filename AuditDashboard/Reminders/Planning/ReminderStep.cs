using AuditDashboard.Conversations;
using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Reminders.Answers;
using AuditDashboard.Reminders.Appointments;
using AuditDashboard.Reminders.FollowUps;
using AuditDashboard.Reminders.Reach;
using AuditDashboard.Reminders.Rules;
using AuditDashboard.Reminders.Sending;
using AuditDashboard.Reminders.Slots;
using AuditDashboard.Reminders.Tasks;
using AuditDashboard.Reminders.WriteBack;
using AuditDashboard.Settings;
using AuditDashboard.Storage;

namespace AuditDashboard.Reminders.Planning;

/// <summary>Keeps appointments, what is planned about them and what became of it in the transaction that stores the events.</summary>
internal sealed class ReminderStep(SalonZones zones, ReminderRules rules, PressQueue presses, ISettings settings, MissedCallBell bell, TimeProvider time) : IAppendStep
{
    private Books? _books;

    public int Order => 20;

    public void Apply(AppendBatch batch)
    {
        var books = _books ??= new Books(batch.Store, zones, rules, new FollowUpBook(batch.Store, zones, rules, settings, bell));
        foreach (var appending in batch.Events)
        {
            books.Reach.Note(appending);
            books.Outcomes.Note(appending);
            if (appending.Draft.Envelope != ReminderEvent.Envelope)
            {
                books.Foreign.Note(appending);
            }

            books.FollowUps.Note(appending);
            books.Slots.Note(appending);
            presses.Note(appending);
            if (appending.Content.Booking is { } booking && appending.Content.Type.StartsWith("booking.", StringComparison.Ordinal))
            {
                Note(books, appending, booking);
            }
        }
    }

    public void Forget() => _books = null;

    private void Note(Books books, AppendingEvent appending, EventContent.BookingPart booking)
    {
        var wish = appending.Content.Type == EventTypes.BookingChanged && appending.Content.DataText("wish") == "reschedule";
        var deed = AppointmentDeedRow.Of(BookingDeed.Of(appending, booking), appending.Draft.Endpoint, wish);
        presses.Touch(appending.Seq);
        foreach (var appointment in books.Appointments.Note(deed, appending.Draft.ReceivedAt is not null))
        {
            books.Plans.Follow(appointment, time.GetUtcNow());
            books.Attendance.Note(appending, appointment);
            if (wish && appointment.WantsMove && !appointment.IsSilent)
            {
                books.Tasks.HandOver("move", "wish", appointment, appending.EffectiveAt);
            }
        }
    }

    private sealed class Books(WriteConnection store, SalonZones zones, ReminderRules rules, FollowUpBook followUps)
    {
        public FollowUpBook FollowUps => followUps;

        public AppointmentBook Appointments { get; } = new(store, zones);

        public PlanBook Plans { get; } = new(store, rules);

        public ReachBook Reach { get; } = new(store);

        public TaskBook Tasks { get; } = new(store);

        public ForeignReminders Foreign { get; } = new(store);

        public AttendanceBook Attendance { get; } = new(store);

        public SlotBook Slots { get; } = new(store);

        public OutcomeBook Outcomes => field ??= new OutcomeBook(store, Reach, Tasks);
    }
}
