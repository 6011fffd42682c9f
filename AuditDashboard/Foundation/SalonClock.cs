namespace AuditDashboard.Foundation;

/// <summary>Now and today as the salon sees them: the injected clock in the organization's zone.</summary>
public sealed class SalonClock
{
    private readonly TimeProvider _time;
    private readonly Lazy<TimeZoneInfo> _zone;

    public SalonClock(TimeProvider time, TimeZoneInfo zone)
        : this(time, () => zone)
    {
    }

    /// <param name="zone">Asked once, at the first use: the clock exists before the settings are read, and keeps its zone until the next start.</param>
    public SalonClock(TimeProvider time, Func<TimeZoneInfo> zone) => (_time, _zone) = (time, new Lazy<TimeZoneInfo>(zone));

    public TimeZoneInfo Zone => _zone.Value;

    public DateTimeOffset Now => TimeZoneInfo.ConvertTime(_time.GetUtcNow(), Zone);

    public DateOnly Today => DateOnly.FromDateTime(Now.DateTime);

    public DateTimeOffset Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Zone);

    public DateOnly DateOf(DateTimeOffset moment) => DateOnly.FromDateTime(Local(moment).DateTime);

    /// <summary>The moment a local date begins; where a zone change skips midnight, the first moment that exists.</summary>
    public DateTimeOffset StartOf(DateOnly date)
    {
        var midnight = date.ToDateTime(TimeOnly.MinValue);
        while (Zone.IsInvalidTime(midnight))
        {
            midnight = midnight.AddMinutes(15);
        }

        return new DateTimeOffset(midnight, Zone.GetUtcOffset(midnight)).ToUniversalTime();
    }
}
