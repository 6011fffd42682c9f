namespace AuditDashboard.Conversations.Sessions;

/// <summary>Counts of one filter with each of several outcomes in its place.</summary>
internal static class SessionTally
{
    public static int Of(IReadOnlyList<NarrowedSessions.Share> shares, string? outcome) => outcome switch
    {
        null or "" => shares.Sum(share => share.Count),
        "complaint" => shares.Sum(share => share.Complaints),
        "escalated" => shares.Sum(share => share.Escalated),
        "human" => shares.Sum(share => share.Human),
        "slow" => shares.Sum(share => share.Slow),
        _ => shares.FirstOrDefault(share => share.Outcome == outcome)?.Count ?? 0,
    };
}
