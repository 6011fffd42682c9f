namespace AuditDashboard.Bitrix24.Client;

/// <summary>How much of its time budget a method has used, as its last answer told it.</summary>
internal sealed class MethodGauge
{
    private const double SlowFrom = 0.8;
    private const double StopFrom = 0.95;
    private static readonly TimeSpan Slowly = TimeSpan.FromSeconds(5);
    private double _used;

    public DateTimeOffset ResetAt { get; private set; }

    public DateTimeOffset ParkedUntil { get; set; }

    public double Share(DateTimeOffset now) => ResetAt > now ? Math.Min(1, _used / CallLimits.Budget) : 0;

    /// <summary>From 80 % on it goes slowly, from 95 % on it rests until the oldest of it is forgotten.</summary>
    public void Note(BitrixAnswer answer, DateTimeOffset now)
    {
        if (answer.Operating is not { } used)
        {
            return;
        }

        _used = used;
        ResetAt = answer.OperatingResetAt ?? ResetAt;
        var share = used / CallLimits.Budget;
        var rest = share >= StopFrom && ResetAt > now ? ResetAt + TimeSpan.FromSeconds(1) : share >= SlowFrom ? now + Slowly : default;
        ParkedUntil = rest > ParkedUntil ? rest : ParkedUntil;
    }
}
