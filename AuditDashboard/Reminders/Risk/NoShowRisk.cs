namespace AuditDashboard.Reminders.Risk;

/// <summary>What is known before a visit.</summary>
/// <param name="NoShows">Visits of the client nobody came to.</param>
/// <param name="Visits">Visits they came to; null where nobody knows who the client is.</param>
/// <param name="Ahead">From the booking to the visit.</param>
/// <param name="IsSilent">A reminder that asks arrived and was not answered.</param>
/// <param name="IsUnreached">A reminder did not arrive, or nobody knows whether it did.</param>
/// <param name="HasMessenger">The client can be written to.</param>
internal sealed record RiskFacts(int NoShows, int? Visits, TimeSpan Ahead, bool IsConfirmed, bool IsSilent, bool IsUnreached, bool HasMessenger, int Moves);

/// <param name="Key">Names the words; <paramref name="Number"/> fills them.</param>
internal sealed record RiskReason(string Key, int Points, int Number = 0);

/// <summary>The sum, and every part of it: who calls sees why.</summary>
internal sealed record RiskScore(int Points, IReadOnlyList<RiskReason> Reasons);

/// <summary>
/// How likely nobody comes, in plain points that are added (product.md B11). Nothing is learned and nothing is decided by it: it orders the list of calls
/// for a person, and neither the client nor the assistant ever sees it.
/// </summary>
internal static class NoShowRisk
{
    /// <summary>From this sum on a call is worth its minute.</summary>
    public const int WorthACall = 3;

    private const int MostNoShows = 3;
    private static readonly TimeSpan Long = TimeSpan.FromDays(7);
    private static readonly TimeSpan VeryLong = TimeSpan.FromDays(21);

    public static RiskScore Of(RiskFacts facts)
    {
        var reasons = Reasons(facts).Where(reason => reason.Points != 0).ToList();
        return new RiskScore(reasons.Sum(reason => reason.Points), reasons);
    }

    private static IEnumerable<RiskReason> Reasons(RiskFacts facts)
    {
        yield return new RiskReason("RiskNoShows", 2 * Math.Min(facts.NoShows, MostNoShows), facts.NoShows);
        yield return new RiskReason("RiskUnreached", facts.IsUnreached ? 2 : 0);
        yield return new RiskReason("RiskSilent", facts.IsSilent ? 2 : 0);
        yield return new RiskReason("RiskAhead", facts.Ahead >= VeryLong ? 2 : facts.Ahead >= Long ? 1 : 0, (int)facts.Ahead.TotalDays);
        yield return new RiskReason("RiskNew", facts is { Visits: 0, NoShows: 0 } ? 1 : 0);
        yield return new RiskReason("RiskMoves", facts.Moves >= 2 ? 1 : 0, facts.Moves);
        yield return new RiskReason("RiskChannel", facts.HasMessenger ? 0 : 1);
        yield return new RiskReason("RiskConfirmed", facts.IsConfirmed ? -3 : 0);
    }
}
