namespace AuditDashboard.Settings.Hours;

/// <summary>Opening hours while they are edited; both empty = as usual.</summary>
internal sealed class HoursDraft
{
    /// <summary>Null = the organization's.</summary>
    public string? Branch { get; init; }

    public string? Name { get; init; }

    public TimeOnly? Opens { get; set; }

    public TimeOnly? Closes { get; set; }

    public bool IsEmpty => Opens is null && Closes is null;

    /// <summary>Both are there and in order; only a branch may leave them out.</summary>
    public bool IsSound => IsEmpty ? Branch is not null : Opens < Closes;

    public HoursSettings.Day ToDay() => new(Opens!.Value, Closes!.Value);
}
