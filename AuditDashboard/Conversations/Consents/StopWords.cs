using AuditDashboard.Conversations.Story;

namespace AuditDashboard.Conversations.Consents;

/// <summary>
/// Words with which a client takes consent back (38-FZ article 18: to be obeyed at once). Only as the whole message: «стоп» in the middle of a sentence
/// means something else.
/// </summary>
internal static class StopWords
{
    private static readonly HashSet<string> Stops =
    [
        "стоп", "stop", "отпишите", "отпишите меня", "отписаться", "отписка", "отпиши", "отпиши меня", "unsubscribe", "хватит", "хватит писать",
        "не присылайте", "не присылайте рекламу", "без рекламы",
    ];

    private static readonly HashSet<string> Silences =
    [
        "не пишите", "не пишите мне", "не пишите больше", "не пишите мне больше", "больше не пишите", "больше мне не пишите", "перестаньте писать",
        "перестаньте мне писать", "прекратите писать", "не беспокойте", "не беспокойте меня",
    ];

    /// <summary>What the message withdraws; nothing for any other words.</summary>
    /// <param name="answersReminder">The last thing the salon sent there by itself was a reminder.</param>
    public static IReadOnlyList<string> Withdrawn(string? said, bool answersReminder)
    {
        var words = Phrases.Strip(said);
        return Silences.Contains(words) ? [ConsentPurposes.Messages, ConsentPurposes.Advertising]
            : Stops.Contains(words) ? [answersReminder ? ConsentPurposes.Reminders : ConsentPurposes.FollowUps, ConsentPurposes.Advertising]
            : [];
    }
}
