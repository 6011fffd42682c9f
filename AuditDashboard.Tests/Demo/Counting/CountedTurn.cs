namespace AuditDashboard.Tests.Demo.Counting;

/// <summary>A turn of the client (kpi-notes.md section 3); <paramref name="Wait"/> is null when it stayed unanswered.</summary>
internal sealed record CountedTurn(DateTimeOffset OpenedAt, bool OwnedByHuman, bool AnsweredByHuman, TimeSpan? Wait, string? Release)
{
    public static IReadOnlyList<CountedTurn> Of(CountedSession session)
    {
        var count = new TurnCount();
        foreach (var e in session.Events)
        {
            count.Expire(e.Time);
            count.Take(e);
        }

        if (session.ClosedAt is not null)
        {
            count.Expire(DateTimeOffset.MaxValue);
        }

        return count.Turns;
    }
}
