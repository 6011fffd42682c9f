using AuditDashboard.Reminders.Appointments;

namespace AuditDashboard.Reminders.Slots;

/// <summary>An hour that a refusal or a cancellation gave back.</summary>
/// <param name="Filler">Who has it now; null = it is free.</param>
internal sealed record FreedSlot(AppointmentRow Lost, AppointmentRow? Filler)
{
    /// <summary>Where a booking names no end.</summary>
    private static readonly TimeSpan UsualLength = TimeSpan.FromHours(1);

    /// <summary>Nearer than this nobody can come any more.</summary>
    public static readonly TimeSpan Useful = TimeSpan.FromHours(1);

    /// <summary>Names it among offers: the same booking at another start is another slot.</summary>
    public string Key => KeyOf(Lost);

    public static string KeyOf(AppointmentRow lost) => $"{lost.Key}@{lost.Version}";

    /// <summary>The freed hours among these bookings, each with another standing booking of the same master in it. Pure.</summary>
    public static IReadOnlyList<FreedSlot> Of(IReadOnlyCollection<AppointmentRow> bookings)
    {
        var standing = bookings.Where(row => row.Plan is "created" or "confirmed").ToLookup(row => (row.Branch, row.Staff));
        return
        [
            .. bookings.Where(row => row.Plan is "declined" or "cancelled" && row.Fact is null).OrderBy(row => row.StartAt).ThenBy(row => row.Key, StringComparer.Ordinal)
                .Select(lost => new FreedSlot(lost, standing[(lost.Branch, lost.Staff)].FirstOrDefault(other => other.StartAt < EndOf(lost) && EndOf(other) > lost.StartAt))),
        ];
    }

    private static DateTimeOffset EndOf(AppointmentRow row) => row.EndAt is { } end && end > row.StartAt ? end : row.StartAt + UsualLength;
}
