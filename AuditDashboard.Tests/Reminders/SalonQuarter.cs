using System.Globalization;
using AuditDashboard.Events;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Reminders;

/// <summary>What a chain of salons in five zones goes through in 90 days: bookings, moves, cancellations, answers. The same every time.</summary>
internal sealed class SalonQuarter
{
    public const int Bookings = 10_000;
    public const int Days = 90;
    public static readonly DateTimeOffset Begin = DateTimeOffset.Parse("2026-11-22T10:00:00Z", CultureInfo.InvariantCulture);

    private readonly Random _random = new(20261201);
    private int _number;

    public SalonQuarter()
    {
        var branches = ReminderHost.Zones.Keys.Order(StringComparer.Ordinal).ToArray();
        for (var i = 0; i < Bookings; i++)
        {
            var branch = branches[i % branches.Length];
            var start = Wall(ReminderHost.Zones[branch], _random.Next(2, Days));
            var created = Begin.AddMinutes(_random.Next(1, (int)Math.Max(2, (start - Begin).TotalMinutes - 60)));
            created = start - created > TimeSpan.FromDays(20) ? start.AddDays(-_random.Next(2, 20)) : created;
            Live(new Visit($"B-{i}", $"tg:{800000000 + (i / 2)}", branch), created, start);
        }

        Happenings.Sort((one, other) => one.At.CompareTo(other.At));
    }

    /// <summary>In the order of their times.</summary>
    public List<(DateTimeOffset At, EventDraft Draft)> Happenings { get; } = [];

    /// <summary>By booking, in order: what its start is from that moment on; null = it is off.</summary>
    public Dictionary<string, List<(DateTimeOffset At, DateTimeOffset? Start, string Branch)>> Truth { get; } = [];

    private void Live(Visit visit, DateTimeOffset created, DateTimeOffset start)
    {
        Truth[visit.Id] = [(created, start, visit.Branch)];
        Say(visit, created, "booking.created", start);
        var (at, fate) = (created, _random.Next(100));
        if (fate < 20)
        {
            for (var moves = _random.Next(1, 3); moves > 0 && Later(at, start) is { } moved; moves--)
            {
                (at, start) = (moved, Wall(ReminderHost.Zones[visit.Branch], (int)(start - Begin).TotalDays + _random.Next(1, 5)));
                Truth[visit.Id].Add((at, start, visit.Branch));
                Say(visit, at, "booking.rescheduled", start);
            }
        }

        if (fate is >= 15 and < 30 && Later(at, start) is { } off)
        {
            Truth[visit.Id].Add((off, null, visit.Branch));
            Say(visit, off, fate % 2 == 0 ? "booking.cancelled" : "booking.declined", null);
        }
        else if (fate is >= 30 and < 60 && Later(at, start) is { } confirmed)
        {
            Say(visit, confirmed, "booking.confirmed", null);
        }
    }

    private DateTimeOffset? Later(DateTimeOffset at, DateTimeOffset start) =>
        start - at < TimeSpan.FromHours(2) ? null : at + ((start - at) * (0.05 + (_random.NextDouble() * 0.9)));

    private void Say(Visit visit, DateTimeOffset at, string type, DateTimeOffset? start) => Happenings.Add((at, Drafts.Of($$"""
        {"id":"e-{{++_number}}","type":"{{type}}","time":"{{at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture)}}Z","channel":"telegram","branch":"{{visit.Branch}}",
         "client":{"id":"{{visit.Client}}"},"booking":{"id":"{{visit.Id}}","service":"Стрижка"{{(start is { } moment ? $",\"start\":\"{moment.UtcDateTime.ToString("s", CultureInfo.InvariantCulture)}Z\"" : "")}}} }
        """)));

    private DateTimeOffset Wall(TimeZoneInfo zone, int day)
    {
        var wall = Begin.UtcDateTime.Date.AddDays(day).AddMinutes(_random.Next(9 * 4, 21 * 4) * 15);
        return new DateTimeOffset(DateTime.SpecifyKind(wall, DateTimeKind.Unspecified), zone.GetUtcOffset(wall)).ToUniversalTime();
    }

    private sealed record Visit(string Id, string Client, string Branch);
}
