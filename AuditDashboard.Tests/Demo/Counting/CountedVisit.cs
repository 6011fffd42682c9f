namespace AuditDashboard.Tests.Demo.Counting;

/// <summary>A visit at its final start (kpi-notes.md sections 5 to 7).</summary>
internal sealed class CountedVisit(List<CountedEvent> events)
{
    private readonly CountedEvent _created = events.First(e => e.Type == "booking.created");
    private readonly List<CountedEvent> _valid = [.. events.Skip(events.FindLastIndex(e => e.Type == "booking.rescheduled") + 1)];

    public DateTimeOffset Start { get; } = events.Last(e => e.Type is "booking.created" or "booking.rescheduled").Start!.Value;

    public string? Branch => _created.Branch;

    public bool LongAhead => Start - _created.Time >= TimeSpan.FromHours(24);

    public bool InConfirmationBase => LongAhead && !BySalon && !_valid.Exists(e => IsRefusal(e) && e.Time <= Lock && !_valid.Exists(a => IsAttempt(a) && a.Time <= e.Time));

    public string StateAtLock => _valid.LastOrDefault(e => (e.Type == "booking.confirmed" || IsRefusal(e)) && e.Time <= Lock) switch
    {
        { Type: "booking.confirmed" } => "confirmed",
        not null => "declined",
        null => "silent",
    };

    public string? Mark => _valid.LastOrDefault(e => e.Type is "booking.attended" or "booking.no_show")?.Type;

    public bool CalledOff => Mark != "booking.attended" && (BySalon || _valid.LastOrDefault(e => e.Type == "booking.confirmed" || IsRefusal(e)) is { } last && IsRefusal(last));

    private bool BySalon => _valid.Exists(e => e.Type == "booking.cancelled" && e.Said("by") is "staff" or "system");

    private DateTimeOffset Lock => Start.AddHours(-2);

    public static IReadOnlyList<CountedVisit> All(IReadOnlyList<CountedEvent> events) =>
        [.. events.Where(e => e.Booking is not null).GroupBy(e => e.Booking).Where(group => group.Any(e => e.Type == "booking.created")).Select(group => new CountedVisit([.. group]))];

    private static bool IsAttempt(CountedEvent e) => e.Type is "reminder.sent" or "reminder.failed";

    private static bool IsRefusal(CountedEvent e) => e.Type == "booking.declined" || (e.Type == "booking.cancelled" && e.Said("by") is null or "client");
}
