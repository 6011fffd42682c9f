using AuditDashboard.Events;

namespace AuditDashboard.Reminders.Appointments;

/// <summary>What people have said about a booking since its last move, beside what it is: who contradicts whom, and what the client still waits for.</summary>
internal sealed record AppointmentSaid(DateTimeOffset? MovedFrom, DateTimeOffset? AnsweredAt, bool WantsMove, string? Conflict)
{
    public static readonly string BookingSystem = "yclients";

    public static AppointmentSaid Of(IEnumerable<AppointmentDeedRow> deeds)
    {
        List<AppointmentDeedRow> told = [.. deeds.OrderBy(deed => deed.At).ThenBy(deed => deed.Seq)];
        var move = told.FindLastIndex(deed => deed.Type == EventTypes.BookingRescheduled);
        var before = told.Take(Math.Max(move, 0)).LastOrDefault(deed => deed.StartAt is not null && deed.Type != EventTypes.BookingChanged)?.StartAt;
        var since = told.Skip(move + 1).ToList();
        var answer = since.FindLast(IsAnswer);
        return new AppointmentSaid(before?.ToUniversalTime(), answer?.At, answer is { IsWish: true }, ConflictIn(since));
    }

    /// <summary>A client's own word, or the assistant's reading of it.</summary>
    private static bool IsAnswer(AppointmentDeedRow deed) =>
        deed.Actor != "human" && deed.Actor != "system" && (deed.IsWish || deed.IsRefusal || deed.Type == EventTypes.BookingConfirmed);

    /// <summary>Staff's word holds (kpi-notes.md sections 5 and 7); that somebody else says the opposite is for people to see.</summary>
    private static string? ConflictIn(List<AppointmentDeedRow> since)
    {
        if (Contradict(since, deed => deed.Type == EventTypes.BookingAttended ? true : deed.Type == EventTypes.BookingNoShow ? false : null))
        {
            return "fact";
        }

        return Contradict(since, deed => deed.Type == EventTypes.BookingConfirmed ? true : deed.IsRefusal ? false : null) ? "plan" : null;
    }

    private static bool Contradict(List<AppointmentDeedRow> since, Func<AppointmentDeedRow, bool?> read)
    {
        var staff = since.FindLast(deed => deed.Actor == "human" && read(deed) is not null);
        var other = since.FindLast(deed => deed.Actor != "human" && read(deed) is not null);
        return staff is not null && other is not null && read(staff) != read(other);
    }
}
