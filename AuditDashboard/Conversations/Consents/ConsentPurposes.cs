namespace AuditDashboard.Conversations.Consents;

/// <summary>Purposes of the app itself; a bot may name others.</summary>
internal static class ConsentPurposes
{
    public static readonly string Advertising = "advertising";
    public static readonly string FollowUps = "followups";
    public static readonly string Reminders = "reminders";

    /// <summary>Any message the salon sends by itself.</summary>
    public static readonly string Messages = "messages";

    /// <summary>Those that can be given and taken back by hand.</summary>
    public static readonly IReadOnlyList<string> ByHand = [Advertising, FollowUps, Reminders, Messages];

    /// <summary>Visits are told about on the ground of the agreement itself: only these withdrawals stop that.</summary>
    public static bool StopsReminders(string purpose) => purpose == Messages || purpose == Reminders;
}
