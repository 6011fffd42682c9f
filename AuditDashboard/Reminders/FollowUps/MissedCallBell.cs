namespace AuditDashboard.Reminders.FollowUps;

/// <summary>Rings in the append transaction for a missed call; heard after the commit. Whoever misses it is caught by the next sweep.</summary>
internal sealed class MissedCallBell
{
    private long _rung;

    public void Ring(long seq) => Interlocked.Exchange(ref _rung, seq);

    /// <summary>True where a missed call is on disk that nobody has heard of.</summary>
    public bool Take(long lastSeq)
    {
        var rung = Interlocked.Read(ref _rung);
        return rung > 0 && rung <= lastSeq && Interlocked.CompareExchange(ref _rung, 0, rung) == rung;
    }
}
