using System.Text.Json;
using AuditDashboard.Events;

namespace AuditDashboard.Conversations.Bookings;

/// <summary>How a visit stands, in the words of http-api.md section 8: what was said about it, and what came of it (kpi-notes.md sections 5 and 7).</summary>
internal static class VisitPlan
{
    public const string NoShow = "no_show";

    /// <summary>created | confirmed | declined | cancelled: the latest word holds, but a person's before the assistant's guess, and the salon's cancelling for good.</summary>
    /// <param name="words">Since the last move, in order.</param>
    /// <param name="isMovedByClient">The move itself confirmed it.</param>
    public static string Of(IReadOnlyList<IBookingWord> words, bool isMovedByClient)
    {
        if (words.Any(word => word.IsCancelledBySalon))
        {
            return "cancelled";
        }

        var staffSpoke = words.Any(word => IsWord(word) && word.Actor == "human");
        return words.LastOrDefault(word => word.Type == EventTypes.BookingCancelled || (!(staffSpoke && IsGuess(word)) && (IsWord(word) || word.ConfirmsInWords))) switch
        {
            null => isMovedByClient ? "confirmed" : "created",
            { Type: var type } when type == EventTypes.BookingCancelled => "cancelled",
            { Type: var type } when type == EventTypes.BookingDeclined => "declined",
            _ => "confirmed",
        };
    }

    /// <summary>attended | no_show; null while nobody has said.</summary>
    public static string? FactOf(IReadOnlyList<IBookingWord> words) => Holding([.. words.Where(IsMark)])?.Type["booking.".Length..];

    /// <summary>The mark that holds: a person's before a system's, within a rank the latest.</summary>
    public static TWord? Holding<TWord>(List<TWord> marks)
        where TWord : class, IBookingWord => marks.FindLast(mark => mark.Actor == "human") ?? marks.LastOrDefault();

    /// <summary>Says whether the client came; the assistant's word is only a hint and says nothing.</summary>
    public static bool IsMark(IBookingWord word) => (word.Type == EventTypes.BookingAttended || word.Type == EventTypes.BookingNoShow) && word.Actor != "ai";

    /// <summary><c>booking.declined</c>, or <c>booking.cancelled</c> by the client or by nobody named.</summary>
    public static bool IsRefusal(string type, EventContent content) => type == EventTypes.BookingDeclined || (type == EventTypes.BookingCancelled && content.DataMember("by") switch
    {
        null or { ValueKind: JsonValueKind.Null } => true,
        { ValueKind: JsonValueKind.String } by => by.ValueEquals("client"),
        _ => false,
    });

    private static bool IsWord(IBookingWord word) => word.Type == EventTypes.BookingConfirmed || word.Type == EventTypes.BookingDeclined;

    private static bool IsGuess(IBookingWord word) => word.ConfirmsInWords || (IsWord(word) && word.Actor == "ai");
}
