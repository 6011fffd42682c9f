namespace AuditDashboard.Demo.Story;

/// <summary>How busy a day is, and when (product.md section 7.2).</summary>
internal static class Season
{
    /// <summary>Part of all conversations by local hour, from midnight: two humps, a fifth outside opening hours.</summary>
    public static readonly IReadOnlyList<double> Hours =
        [0.6, 0.3, 0.1, 0, 0, 0, 0.1, 1.0, 2.2, 3.6, 5.5, 7.5, 7.8, 7.0, 5.0, 4.6, 4.8, 5.4, 7.0, 7.8, 7.6, 6.3, 4.2, 1.9];

    private static readonly double[] FromSunday = [0.80, 0.85, 0.95, 1.00, 1.05, 1.20, 1.15];

    /// <summary>1 on an ordinary Wednesday.</summary>
    public static double Of(DateOnly date) => FromSunday[(int)date.DayOfWeek] * date switch
    {
        { Month: 3, Day: >= 3 and <= 7 } => 1.45,
        { Month: 1, Day: <= 3 } => 0.4,
        _ => 1,
    };
}
