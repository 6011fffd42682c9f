namespace AuditDashboard.Storage;

/// <summary>How long content is kept at present, counted from its own time: what the write path must know to flag an event that comes later than that.</summary>
public sealed class ContentPeriod(TimeSpan length)
{
    private long _ticks = length.Ticks;

    public TimeSpan Length
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref _ticks));
        set => Interlocked.Exchange(ref _ticks, value.Ticks);
    }
}
