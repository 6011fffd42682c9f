using AuditDashboard.Events;

namespace AuditDashboard.Conversations.Bookings;

/// <summary>
/// Which bookings lie behind one id. It is unique to a bot, but a journal's marks and the assistant's reminders name the same booking: only where two
/// bots have each created one under the same id are they two.
/// </summary>
internal static class BookingMakers
{
    /// <param name="words">All that names the id, in order; each booking's come out in the same.</param>
    public static IEnumerable<IReadOnlyList<TWord>> Apart<TWord>(IReadOnlyList<TWord> words)
        where TWord : class, IBookingWord
    {
        var makers = words.Where(IsCreation).Select(word => word.Bot).Distinct().ToList();
        return makers.Count < 2
            ? [words]
            : makers.Select(IReadOnlyList<TWord> (maker) => [.. words.Where(word => word.Bot == maker || (maker == makers[0] && !makers.Contains(word.Bot)))]);
    }

    /// <summary>The earliest creation; null where nobody told of one.</summary>
    public static TWord? CreatedIn<TWord>(IReadOnlyList<TWord> words)
        where TWord : class, IBookingWord => words.FirstOrDefault(IsCreation);

    private static bool IsCreation(IBookingWord word) => word.Type == EventTypes.BookingCreated;
}
