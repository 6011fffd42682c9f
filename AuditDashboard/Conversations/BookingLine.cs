using AuditDashboard.Events;
using AuditDashboard.Foundation;

namespace AuditDashboard.Conversations;

/// <summary>What became of a booking.</summary>
/// <param name="RootId">The booking this one continues; its own id where it continues none.</param>
/// <param name="Start">The last start named, UTC.</param>
/// <param name="CreatedAt">UTC; null where nobody told of its creation.</param>
/// <param name="Plan">created | confirmed | declined | cancelled, since the last move.</param>
/// <param name="Fact">attended | no_show, since the last move; null while nobody has said.</param>
/// <param name="Moves">How often it was moved.</param>
public sealed record BookingLine(
    string Id, string RootId, string Bot, ClientId? ClientId, EventContent.ClientPart? Client, string? Channel, string? Branch, string? Service, string? Staff,
    DateTimeOffset Start, DateTimeOffset? End, long? PriceKopecks, string? Currency, DateTimeOffset? CreatedAt, string Plan, string? Fact, int Moves)
{
    /// <summary>Our short name of a booking, for buttons whose data has no room for the sender's own id (http-api.md section 10).</summary>
    public static string KeyOf(string bot, string bookingId) => DedupeKey.Digest($"{bot}\n{bookingId}", 20);
}
