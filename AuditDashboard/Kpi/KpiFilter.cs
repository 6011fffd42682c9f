namespace AuditDashboard.Kpi;

/// <summary>Which days and where.</summary>
/// <param name="From">First local date of the organization's zone.</param>
/// <param name="To">The local date after the last one.</param>
/// <param name="Branch">Only this branch; <paramref name="Branches"/> are the ones a manager may see (null = all).</param>
/// <param name="Release">Only what this release answered (product.md section 3.9).</param>
public sealed record KpiFilter(DateOnly From, DateOnly To, string? Branch = null, string? Channel = null, IReadOnlyCollection<string>? Branches = null, string? Release = null)
{
    public int Days => To.DayNumber - From.DayNumber;

    /// <summary>The period of the same length just before.</summary>
    public KpiFilter Previous => this with { From = From.AddDays(-Days), To = From };
}
