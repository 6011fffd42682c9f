namespace AuditDashboard.Retention.Dossier;

/// <summary>
/// The Russian working calendar for terms of law 152-FZ: Saturdays, Sundays and the holidays of the Labour Code, article 112. A holiday on a weekend moves
/// the day off to the next working day (part 2), but for those of January, which the government moves by a decree each year; decrees that are not in the table only
/// add days off, so that a term counted without them ends too early, never too late.
/// </summary>
internal static class WorkingDays
{
    /// <summary>Days off by the decree for 2026 (government of Russia, No 1466 of 24.09.2025): moved from 3 and 4 January.</summary>
    private static readonly HashSet<DateOnly> Decreed = [new(2026, 1, 9), new(2026, 12, 31)];

    /// <summary>The last day of a term that begins on the day after <paramref name="from"/>.</summary>
    public static DateOnly After(DateOnly from, int workingDays)
    {
        var day = from;
        for (var left = workingDays; left > 0; left -= IsWorking(day) ? 1 : 0)
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>Working days after today up to the day itself; 0 when it is today or past.</summary>
    public static int Between(DateOnly today, DateOnly due)
    {
        var count = 0;
        for (var day = today.AddDays(1); day <= due; day = day.AddDays(1))
        {
            count += IsWorking(day) ? 1 : 0;
        }

        return count;
    }

    public static bool IsWorking(DateOnly day) => !IsWeekend(day) && !IsHoliday(day) && !Decreed.Contains(day) && !IsMovedTo(day);

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static bool IsHoliday(DateOnly day) => (day.Month, day.Day) switch
    {
        (1, <= 8) => true,
        (2, 23) or (3, 8) or (5, 1) or (5, 9) or (6, 12) or (11, 4) => true,
        _ => false,
    };

    /// <summary>The first ordinary day after a holiday that fell on a weekend.</summary>
    private static bool IsMovedTo(DateOnly day)
    {
        var before = day.AddDays(-1);
        while (IsWeekend(before) || IsHoliday(before))
        {
            if (IsWeekend(before) && IsHoliday(before) && before.Month != 1)
            {
                return true;
            }

            before = before.AddDays(-1);
        }

        return false;
    }
}
